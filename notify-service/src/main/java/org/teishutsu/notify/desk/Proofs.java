package org.teishutsu.notify.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** What a caller cannot show by telling it: whoever reads one item out of another, or out of the look-up, knew it. */
@Singleton
class Proofs {

    private static final String WAY = "select by_what from lookup where id = :lookup";

    /** Items of which one tells the other. */
    private static final List<Set<String>> TOLD_TOGETHER =
            List.of(Set.of("NAME", "NAME_KANA"), Set.of("BIRTH_DATE", "AGE"), Set.of("PHONE", "MOBILE_PHONE"));

    private final Session database;

    Proofs(Session database) {
        this.database = database;
    }

    /** What a caller has told already to be looked up. */
    Set<String> toldIn(UUID lookup) {
        String way = database.createNativeQuery(WAY, String.class)
                .setParameter("lookup", lookup)
                .getSingleResult();
        return switch (LookupRequest.Way.valueOf(way)) {
            case CUSTOMER_NUMBER -> Set.of("CUSTOMER_ID");
            case EMAIL -> Set.of("EMAIL");
            case NAME_AND_POSTAL_CODE -> Set.of("NAME", "NAME_KANA", "ADDRESS");
            // Stands in letters of ours and in no catalogue.
            case INQUIRY_NUMBER -> Set.of();
        };
    }

    /** An item and those that tell it. */
    static Set<String> alike(String item) {
        return Stream.concat(
                        Stream.of(item),
                        TOLD_TOGETHER.stream()
                                .filter(together -> together.contains(item))
                                .flatMap(Set::stream))
                .collect(Collectors.toSet());
    }
}
