package org.teishutsu.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.teishutsu.common", importOptions = ImportOption.DoNotIncludeTests.class)
class CommonLayoutTest {

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_SUITE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.teishutsu.common..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");
}
