package org.teishutsu.demo.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Which items leaked together in each attack. The split is synthetic: the table published on 2017-07-31 is lost. It
 * sums to the published totals exactly, and keeps what is known: the items of each attack, the commonest set of 2016,
 * and 200 records with all seven.
 */
final class Combinations {

    private static final String ID = "CUSTOMER_ID";
    private static final String BIRTH = "BIRTH_DATE";
    private static final String EMAIL = "EMAIL";
    private static final String PHONE = "PHONE";
    private static final String MOBILE = "MOBILE_PHONE";
    private static final String FIRST_PASSWORD = "FIRST_LOGIN_PASSWORD";
    private static final String VIRTUAL = "VIRTUAL_ACCOUNT";
    private static final String NAME = "NAME";
    private static final String ADDRESS = "ADDRESS";
    private static final String SEX = "SEX";
    private static final String AGE = "AGE";
    private static final String BANK = "BANK_ACCOUNT";
    private static final String SURVEY = "SURVEY";

    /** 2016: no name, no address. Whoever has no birth date in it may be a firm. */
    static final List<Combination> ATTACK_2016 = List.of(
            Combination.of(61_874, ID, BIRTH, PHONE, EMAIL, FIRST_PASSWORD),
            Combination.of(22_310, ID, BIRTH, MOBILE, EMAIL, FIRST_PASSWORD),
            Combination.of(14_026, ID, BIRTH, PHONE, MOBILE, EMAIL, FIRST_PASSWORD),
            Combination.of(3_918, ID, BIRTH, EMAIL, FIRST_PASSWORD),
            Combination.of(2_647, ID, BIRTH, PHONE, EMAIL),
            Combination.of(1_488, ID, BIRTH, EMAIL, VIRTUAL),
            Combination.of(1_420, ID, PHONE, EMAIL, FIRST_PASSWORD),
            Combination.of(1_236, ID, BIRTH, PHONE),
            Combination.of(1_117, ID, BIRTH, PHONE, FIRST_PASSWORD),
            Combination.of(611, ID),
            Combination.of(842, ID, EMAIL),
            Combination.of(317, EMAIL),
            Combination.of(358, ID, PHONE, MOBILE, EMAIL, VIRTUAL),
            Combination.of(200, ID, BIRTH, EMAIL, PHONE, MOBILE, FIRST_PASSWORD, VIRTUAL));

    /** 2017: the first two are seminar applicants without an account. */
    static final List<Combination> ATTACK_2017 = List.of(
            Combination.of(1_103, NAME, EMAIL),
            Combination.of(45, NAME, EMAIL, SURVEY),
            Combination.of(412, NAME, ADDRESS, SEX, BIRTH, AGE, EMAIL, PHONE),
            Combination.of(538, NAME, ADDRESS, SEX, BIRTH, AGE, EMAIL, MOBILE),
            Combination.of(187, NAME, ADDRESS, SEX, BIRTH, AGE, EMAIL, PHONE, MOBILE, SURVEY),
            Combination.of(96, NAME, ADDRESS, SEX, BIRTH, AGE, EMAIL, PHONE, MOBILE, BANK, SURVEY),
            Combination.of(74, NAME, ADDRESS, EMAIL, BANK));

    private Combinations() {}

    /** The same split at another total. */
    static List<Combination> scaled(List<Combination> combinations, int total) {
        int[] parts = CaseSize.divide(
                total, combinations.stream().mapToInt(Combination::records).toArray());
        List<Combination> scaled = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            scaled.add(new Combination(combinations.get(i).items(), parts[i]));
        }
        return scaled;
    }

    /** The combination at a slot, counting through the list's records. */
    static Combination at(List<Combination> combinations, int slot) {
        int rest = slot;
        for (Combination combination : combinations) {
            if (rest < combination.records()) {
                return combination;
            }
            rest -= combination.records();
        }
        throw new IllegalArgumentException("slot beyond the list: " + slot);
    }
}
