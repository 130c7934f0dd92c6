package org.teishutsu.demo.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The account holders of 2016, each computed from the seed and an index: none is held in memory. */
final class Customers2016 {

    private static final List<String> DOMAINS = List.of("mail.example", "home.example", "post.example", "isp.example");
    private static final LocalDate FIRST_ACCOUNT = LocalDate.of(2008, 1, 7);
    private static final LocalDate BEFORE_ATTACK = LocalDate.of(2016, 6, 29);
    private static final LocalDate AFTER_ATTACK = LocalDate.of(2016, 7, 4);
    private static final LocalDate BEFORE_SECOND_ATTACK = LocalDate.of(2017, 7, 7);

    private final long seed;
    private final CaseSize size;
    private final List<Combination> combinations;
    private final Permutation slots;
    private final Permutation kinds;

    Customers2016(CaseSize size, long seed) {
        this.seed = seed;
        this.size = size;
        this.combinations = Combinations.scaled(Combinations.ATTACK_2016, size.attack2016());
        this.slots = Permutation.of(size.attack2016(), 61_813, 17);
        this.kinds = Permutation.of(size.attack2016(), 48_271, 4_711);
    }

    int count() {
        return size.attack2016();
    }

    Combination combination(int index) {
        return Combinations.at(combinations, slots.at(index));
    }

    /** Tells who may also be in the 2017 attack: people who are customers still and have an address of their own. */
    boolean mayBeInBoth(int index) {
        MailKind kind = kind(index);
        return combination(index).has("BIRTH_DATE")
                && combination(index).has("EMAIL")
                && kind != MailKind.FORMER
                && kind != MailKind.CHANGED;
    }

    Contact contact(int index) {
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        boolean firm = !combination(index).has("BIRTH_DATE") && random.nextInt(4) != 0;
        Names.Name name = firm ? Names.firm(random) : Names.person(random, true);
        String email = email(index, name, random);
        boolean mobile = combination(index).has("MOBILE_PHONE") || random.nextInt(100) < 85;
        return new Contact(
                customerNumber(index),
                firm ? Party.LEGAL_ENTITY : Party.INDIVIDUAL,
                name.written(),
                name.kana(),
                email,
                email == null ? null : emailSince(kind(index), random),
                Places.postalCode(random),
                Places.address(random),
                mobile ? Places.mobile(random) : null,
                kind(index) == MailKind.FORMER ? "FORMER" : "CURRENT");
    }

    /** Begins with zeros: a customer number is not a number. */
    static String customerNumber(int index) {
        return String.format(Locale.ROOT, "%08d", 104_729 + 7L * index);
    }

    private @Nullable String email(int index, Names.Name name, SplittableRandom random) {
        if (hasNoAddress(index)) {
            return null;
        }
        String own = name.latin() + "." + Integer.toString(index, 36);
        String domain = Names.pick(DOMAINS, random);
        return switch (kind(index)) {
            case SHARED -> "family." + place(index) / 2 + "@" + domain(place(index) / 2);
            case REFUSED -> "refused." + own + "@" + domain;
            case BUSY -> "busy." + own + "@" + domain;
            case DOTTED ->
                index % 2 == 0
                        ? name.latin().replace(".", "..") + index + "@docomo.example"
                        : name.latin() + index + ".@ezweb.example";
            case PLAIN, FORMER, CHANGED -> own + "@" + domain;
        };
    }

    private static String domain(int group) {
        return DOMAINS.get(group % DOMAINS.size());
    }

    /** About 1 %, and only where no address leaked. */
    private boolean hasNoAddress(int index) {
        return !combination(index).has("EMAIL") && slots.at(index) % 5 < 2;
    }

    private static LocalDate emailSince(MailKind kind, SplittableRandom random) {
        return switch (kind) {
            case CHANGED -> between(AFTER_ATTACK, BEFORE_SECOND_ATTACK, random);
            case DOTTED -> between(FIRST_ACCOUNT, LocalDate.of(2009, 3, 31), random);
            case PLAIN, SHARED, FORMER, REFUSED, BUSY -> between(FIRST_ACCOUNT, BEFORE_ATTACK, random);
        };
    }

    static LocalDate between(LocalDate from, LocalDate to, SplittableRandom random) {
        return LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), to.toEpochDay() + 1));
    }

    private MailKind kind(int index) {
        int rest = kinds.at(index);
        for (MailKind kind : MailKind.values()) {
            int width = kind == MailKind.PLAIN ? 0 : evenPart(kind);
            if (rest < width) {
                return kind;
            }
            rest -= width;
        }
        return MailKind.PLAIN;
    }

    /** Where in the line of shared addresses a customer stands: two neighbours share one. */
    private int place(int index) {
        return kinds.at(index);
    }

    private int evenPart(MailKind kind) {
        int part = size.part(kind.customers());
        return part + part % 2;
    }
}
