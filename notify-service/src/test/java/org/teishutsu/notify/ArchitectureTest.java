package org.teishutsu.notify;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

@AnalyzeClasses(packages = "org.teishutsu.notify", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.teishutsu.notify.";

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recipientsStandOnTheirOwn = onlySees("recipient");

    @ArchTest
    static final ArchRule theClientOfReportServiceStandsOnItsOwn = onlySees("report");

    @ArchTest
    static final ArchRule exposuresKnowWhoAndWhatCanLeak = onlySees("exposure", "recipient", "report");

    @ArchTest
    static final ArchRule inquiriesKnowRecipients = onlySees("inquiry", "recipient");

    @ArchTest
    static final ArchRule intakeFillsTheLedger =
            onlySees("intake", "recipient", "exposure", "inquiry", "report", "csv");

    @ArchTest
    static final ArchRule figuresReadFactsThroughExposuresAndSql = onlySees("figures", "exposure");

    @ArchTest
    static final ArchRule mailKnowsNobody = onlySees("mail");

    @ArchTest
    static final ArchRule templatesKnowNobody = onlySees("template");

    @ArchTest
    static final ArchRule lettersKnowNobody = onlySees("letter");

    @ArchTest
    static final ArchRule deliveriesGoByMailAndLetter = onlySees("delivery", "mail", "letter");

    @ArchTest
    static final ArchRule campaignsPlanDeliveries =
            onlySees("campaign", "delivery", "exposure", "template", "letter", "report", "csv");

    @ArchTest
    static final ArchRule genuineKnowsTheNumberAndNobody = onlySees("genuine", "inquiry");

    @ArchTest
    static final ArchRule nothingBuildsOnIntake = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "intake..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule everyEndpointNamesItsRoles = methods()
            .that(describe("are endpoints", ArchitectureTest::isEndpoint))
            .should(nameTheirRoles())
            .andShould()
            .bePublic();

    private static boolean isEndpoint(JavaMethod method) {
        return method.getOwner().isAnnotatedWith(Path.class)
                && !method.getOwner().isInterface()
                && method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class));
    }

    private static ArchCondition<JavaMethod> nameTheirRoles() {
        return new ArchCondition<>("name their roles") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named = method.isAnnotatedWith(RolesAllowed.class)
                        || method.isAnnotatedWith(PermitAll.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(PermitAll.class);
                events.add(new SimpleConditionEvent(method, named, method.getFullName()));
            }
        };
    }

    private static ArchRule onlySees(String feature, String... others) {
        Set<String> allowed = new HashSet<>(Arrays.asList(others));
        allowed.add(feature);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are of a feature other than " + allowed,
                        target -> target.getPackageName().startsWith(ROOT)
                                && !allowed.contains(featureOf(target.getPackageName()))));
    }

    private static String featureOf(String packageName) {
        return packageName.substring(ROOT.length()).split("\\.", 2)[0];
    }
}
