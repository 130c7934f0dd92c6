package org.teishutsu.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules that hold in every module; each module's layout test asserts them beside its own arrows. */
public final class HouseRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "Instant", "LocalDate", "LocalDateTime", "LocalTime", "ZonedDateTime", "OffsetDateTime", "YearMonth");

    private static final DescribedPredicate<JavaMethod> ENDPOINT =
            DescribedPredicate.describe("that answer a REST call", HouseRules::isEndpoint);

    private HouseRules() {}

    /** Time comes in as an argument or a {@link Clock}: no {@code now()}, no default zone. */
    public static ArchRule timeComesIn() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "an argument-less now() or ZoneId.systemDefault()", HouseRules::readsTheMachinesTime))
                .because("time comes in as an argument or a Clock");
    }

    /** Every endpoint says who may call it. */
    public static ArchRule endpointsNameTheirRole() {
        return methods()
                .that(ENDPOINT)
                .and()
                .areDeclaredInClassesThat(
                        are(DescribedPredicate.describe("resources", (JavaClass c) -> !c.isInterface())))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RolesAllowed.class)
                .allowEmptyShould(true);
    }

    /** An endpoint that is not public would be answered with 404, silently. */
    public static ArchRule endpointsArePublic() {
        return methods()
                .that(ENDPOINT)
                .and()
                .areDeclaredInClassesThat(
                        are(DescribedPredicate.describe("resources", (JavaClass c) -> !c.isInterface())))
                .should()
                .bePublic()
                .allowEmptyShould(true);
    }

    /** Beans get what they need through their constructor. */
    public static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .allowEmptyShould(true);
    }

    /**
     * Packages of a module form no circle.
     *
     * @param root the module's package, such as {@code org.teishutsu.report}
     */
    public static ArchRule noCircles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /**
     * The rule that a module knows only some packages of the suite.
     *
     * @param allowed as ArchUnit writes packages: {@code org.teishutsu.common..}
     */
    public static ArchRule knowsOnly(String root, String... allowed) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "of the suite outside " + String.join(", ", allowed),
                        (JavaClass c) -> c.getPackageName().startsWith("org.teishutsu.")
                                && resideOutsideOfPackages(allowed).test(c)));
    }

    /**
     * The rule that a feature of a service sees no other features than some.
     *
     * @param root the service's package, such as {@code org.teishutsu.report}
     */
    public static ArchRule onlySees(String root, String feature, String... others) {
        Set<String> allowed = new TreeSet<>(List.of(others));
        allowed.add(feature);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of a feature other than " + allowed,
                        (JavaClass c) -> c.getPackageName().startsWith(root + ".")
                                && !allowed.contains(c.getPackageName()
                                        .substring(root.length() + 1)
                                        .split("\\.", 2)[0])));
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static boolean readsTheMachinesTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        boolean now = target.getName().equals("now")
                && owner.getPackageName().equals("java.time")
                && TIME_TYPES.contains(owner.getSimpleName())
                && target.getRawParameterTypes().isEmpty();
        return now || (target.getName().equals("systemDefault") && owner.isEquivalentTo(ZoneId.class));
    }
}
