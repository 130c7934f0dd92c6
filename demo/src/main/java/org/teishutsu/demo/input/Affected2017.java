package org.teishutsu.demo.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Those of the 2017 attack: seminar applicants without an account, customers of 2016, and newer customers. */
final class Affected2017 {

    /** How many of 2,455 were already in the 2016 attack. */
    private static final int IN_BOTH = 812;

    private static final List<String> DOMAINS =
            List.of("mail.example", "home.example", "post.example", "cloud.example");

    private final long seed;
    private final CaseSize size;
    private final Customers2016 customers;
    private final List<Combination> combinations;
    private final Permutation slots;
    private final int[] inBoth;

    Affected2017(CaseSize size, long seed, Customers2016 customers) {
        this.seed = seed;
        this.size = size;
        this.customers = customers;
        this.combinations = Combinations.scaled(Combinations.ATTACK_2017, size.attack2017());
        this.slots = Permutation.of(size.attack2017(), 1_013, 29);
        this.inBoth = chooseBoth();
    }

    int count() {
        return size.attack2017();
    }

    int inBoth() {
        return inBoth.length;
    }

    Combination combination(int index) {
        return Combinations.at(combinations, slots.at(index));
    }

    Contact contact(int index) {
        int applicants = combinations.get(0).records() + combinations.get(1).records();
        int slot = slots.at(index);
        if (slot < applicants) {
            return applicant(slot);
        }
        if (slot - applicants < inBoth.length) {
            return customers.contact(inBoth[slot - applicants]);
        }
        return newCustomer(slot);
    }

    private Contact applicant(int slot) {
        SplittableRandom random = new SplittableRandom(seed * 37 + slot);
        Names.Name name = Names.person(random, false);
        return new Contact(
                null,
                Party.INDIVIDUAL,
                name.written(),
                name.kana(),
                address(slot, "seminar." + name.latin(), random),
                Customers2016.between(LocalDate.of(2016, 12, 5), LocalDate.of(2017, 7, 7), random),
                null,
                null,
                null,
                "APPLICANT");
    }

    private Contact newCustomer(int slot) {
        SplittableRandom random = new SplittableRandom(seed * 41 + slot);
        boolean firm = !combinationAt(slot).has("BIRTH_DATE");
        Names.Name name = firm ? Names.firm(random) : Names.person(random, false);
        LocalDate since = slot % 40 == 0
                ? Customers2016.between(LocalDate.of(2017, 7, 15), LocalDate.of(2017, 7, 27), random)
                : Customers2016.between(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 7, 7), random);
        return new Contact(
                String.format(Locale.ROOT, "%08d", 2_000_003 + 11L * slot),
                firm ? Party.LEGAL_ENTITY : Party.INDIVIDUAL,
                name.written(),
                name.kana(),
                address(slot, name.latin(), random),
                since,
                Places.postalCode(random),
                Places.address(random),
                Places.mobile(random),
                "CURRENT");
    }

    private static String address(int slot, String local, SplittableRandom random) {
        String behaviour = slot % 60 == 1 ? "refused." : slot % 60 == 2 ? "busy." : "";
        return behaviour + local + "." + Integer.toString(slot, 36) + "n@" + Names.pick(DOMAINS, random);
    }

    private Combination combinationAt(int slot) {
        return Combinations.at(combinations, slot);
    }

    /** The choice keeps to slots with a birth date, so that firms stay among the newer customers. */
    private int[] chooseBoth() {
        int wanted = Math.min(size.part(IN_BOTH), size.attack2017() / 3);
        Permutation order = Permutation.of(customers.count(), 77_773, 5);
        int[] chosen = new int[wanted];
        int found = 0;
        for (int i = 0; found < wanted; i++) {
            int candidate = order.at(i);
            if (customers.mayBeInBoth(candidate)) {
                chosen[found++] = candidate;
            }
        }
        return chosen;
    }
}
