package org.teishutsu.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.teishutsu.testing.HouseRules;

@AnalyzeClasses(packages = "org.teishutsu.notify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.teishutsu.notify";

    @ArchTest
    static final ArchRule featuresFormNoCircle = HouseRules.noCircles(ROOT);

    @ArchTest
    static final ArchRule theVaultKnowsNobody = onlySees("vault");

    @ArchTest
    static final ArchRule recipientsStandOnTheirOwn = onlySees("recipient", "vault");

    @ArchTest
    static final ArchRule theClientOfReportServiceStandsOnItsOwn = onlySees("report");

    @ArchTest
    static final ArchRule exposuresKnowWhoAndWhatCanLeak = onlySees("exposure", "recipient", "report");

    @ArchTest
    static final ArchRule inquiriesKnowRecipients = onlySees("inquiry", "recipient", "vault");

    @ArchTest
    static final ArchRule intakeFillsTheLedger =
            onlySees("intake", "vault", "recipient", "exposure", "inquiry", "report", "csv");

    @ArchTest
    static final ArchRule mergersKnowWhoAndWhatCanLeak = onlySees("merge", "recipient", "exposure", "vault");

    @ArchTest
    static final ArchRule theDeskFindsRecipients =
            onlySees("desk", "recipient", "exposure", "inquiry", "vault", "correction");

    @ArchTest
    static final ArchRule figuresReadFactsThroughExposuresAndSql = onlySees("figures", "exposure");

    @ArchTest
    static final ArchRule mailKnowsNobody = onlySees("mail");

    @ArchTest
    static final ArchRule templatesKnowHowALetterIsWritten = onlySees("template", "letter");

    @ArchTest
    static final ArchRule lettersKnowNobody = onlySees("letter");

    @ArchTest
    static final ArchRule postingPrintsWhatWaits =
            onlySees("posting", "letter", "recipient", "inquiry", "vault", "csv", "correction");

    @ArchTest
    static final ArchRule correctionsStandOnTheirOwn = onlySees("correction");

    @ArchTest
    static final ArchRule deliveriesGoByMailAndLetter =
            onlySees("delivery", "vault", "recipient", "mail", "letter", "correction");

    @ArchTest
    static final ArchRule bouncesMoveDeliveries = onlySees("bounce", "vault", "delivery");

    @ArchTest
    static final ArchRule campaignsPlanDeliveries = onlySees(
            "campaign",
            "vault",
            "recipient",
            "delivery",
            "exposure",
            "template",
            "letter",
            "posting",
            "report",
            "csv",
            "mail",
            "correction");

    @ArchTest
    static final ArchRule callsAreDeliveries =
            onlySees("telephone", "vault", "recipient", "desk", "inquiry", "delivery", "correction");

    @ArchTest
    static final ArchRule closingsKnowWhoIsNotTold = onlySees("closing", "vault", "recipient", "exposure", "campaign");

    @ArchTest
    static final ArchRule contactsAreChangedInTheLedger =
            onlySees("contact", "vault", "recipient", "exposure", "desk", "delivery");

    @ArchTest
    static final ArchRule recallsFindCallersInTheLedger = onlySees("recall", "vault", "recipient", "exposure");

    @ArchTest
    static final ArchRule genuineKnowsTheNumberAndWhoseItIs = onlySees("genuine", "inquiry", "recipient", "delivery");

    @ArchTest
    static final ArchRule nothingBuildsOnIntake = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".intake..");

    @ArchTest
    static final ArchRule timeComesIn = HouseRules.timeComesIn();

    @ArchTest
    static final ArchRule everyEndpointNamesItsRoles = HouseRules.endpointsNameTheirRole();

    @ArchTest
    static final ArchRule everyEndpointIsPublicSinceOthersAreSilentlyNotServed = HouseRules.endpointsArePublic();

    private static ArchRule onlySees(String feature, String... others) {
        return HouseRules.onlySees(ROOT, feature, others);
    }
}
