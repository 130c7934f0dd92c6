package org.teishutsu.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

@AnalyzeClasses(packages = "org.teishutsu.report", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.teishutsu.report.";

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

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
    static final ArchRule theClientOfNotifyServiceStandsOnItsOwn = onlySees("notify");

    @ArchTest
    static final ArchRule nothingSeesFilings = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "filing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "filing..");

    @ArchTest
    static final ArchRule theContentOfAFilingKnowsNobody = classes()
            .that()
            .resideInAPackage(ROOT + "filing.content..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "filing.content..", "java..", "com.fasterxml..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule everyEndpointNamesItsRoles = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule everyEndpointIsPublicSinceOthersAreSilentlyNotServed =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();

    private static ArchRule onlySees(String feature, String... others) {
        Set<String> allowed = new HashSet<>(Set.of(others));
        allowed.addAll(Set.of(feature, "platform"));
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
