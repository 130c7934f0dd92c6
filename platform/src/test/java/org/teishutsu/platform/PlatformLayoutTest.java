package org.teishutsu.platform;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.teishutsu.testing.HouseRules;

@AnalyzeClasses(packages = "org.teishutsu.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformLayoutTest {

    @ArchTest
    static final ArchRule ARROWS =
            HouseRules.knowsOnly("org.teishutsu.platform", "org.teishutsu.platform..", "org.teishutsu.common..");

    @ArchTest
    static final ArchRule NO_CIRCLES = HouseRules.noCircles("org.teishutsu.platform");

    @ArchTest
    static final ArchRule TIME_COMES_IN = HouseRules.timeComesIn();

    @ArchTest
    static final ArchRule ROLES = HouseRules.endpointsNameTheirRole();

    @ArchTest
    static final ArchRule PUBLIC = HouseRules.endpointsArePublic();

    @ArchTest
    static final ArchRule CONSTRUCTORS = HouseRules.noFieldInjection();
}
