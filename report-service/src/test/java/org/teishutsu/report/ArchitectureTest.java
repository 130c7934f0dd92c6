package org.teishutsu.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.teishutsu.testing.HouseRules;

@AnalyzeClasses(packages = "org.teishutsu.report", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.teishutsu.report";

    @ArchTest
    static final ArchRule featuresFormNoCircle = HouseRules.noCircles(ROOT);

    @ArchTest
    static final ArchRule incidentsStandOnTheirOwn = onlySees("incident");

    @ArchTest
    static final ArchRule firmStandsOnItsOwn = onlySees("firm");

    @ArchTest
    static final ArchRule noticesSeeIncidents = onlySees("publicnotice", "incident");

    @ArchTest
    static final ArchRule ordersSeeIncidents = onlySees("order", "incident");

    @ArchTest
    static final ArchRule measuresSeeOrders = onlySees("measure", "order");

    @ArchTest
    static final ArchRule restrictionsSeeOrders = onlySees("restriction", "order");

    @ArchTest
    static final ArchRule deadlinesSeeOrders = onlySees("deadline", "order");

    @ArchTest
    static final ArchRule evidenceSeesWhatItProves = onlySees("evidence", "order", "measure");

    @ArchTest
    static final ArchRule remindersSeeWhatTheyRemindOf = onlySees("reminder", "order", "deadline", "evidence");

    @ArchTest
    static final ArchRule calendarsSeeDeadlines = onlySees("calendar", "order", "deadline");

    @ArchTest
    static final ArchRule theClientOfNotifyServiceStandsOnItsOwn = onlySees("notify");

    @ArchTest
    static final ArchRule nothingSeesFilings = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".filing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".filing..");

    @ArchTest
    static final ArchRule theContentOfAFilingKnowsNobody = classes()
            .that()
            .resideInAPackage(ROOT + ".filing.content..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".filing.content..", "java..", "com.fasterxml..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesIn = HouseRules.timeComesIn();

    @ArchTest
    static final ArchRule everyEndpointNamesItsRoles = HouseRules.endpointsNameTheirRole();

    @ArchTest
    static final ArchRule everyEndpointIsPublicSinceOthersAreSilentlyNotServed = HouseRules.endpointsArePublic();

    @ArchTest
    static final ArchRule idsComeFromOnePlace = noClasses().should().callMethod(UUID.class, "randomUUID");

    private static ArchRule onlySees(String feature, String... others) {
        Set<String> allowed = new HashSet<>(Set.of(others));
        allowed.add("platform");
        return HouseRules.onlySees(ROOT, feature, allowed.toArray(String[]::new));
    }
}
