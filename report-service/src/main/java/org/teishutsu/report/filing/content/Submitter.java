package org.teishutsu.report.filing.content;

import org.jspecify.annotations.Nullable;

/**
 * The firm that files, as its block on the cover letter shows it.
 *
 * @param seat 所在地
 * @param firmName 商号
 * @param registrationNumber 登録番号, such as 関東財務局長（金商）第○○号
 * @param corporateNumber 法人番号, 13 digits; null if it is not to be printed
 * @param representativeTitle such as 代表取締役社長
 * @param representativeName printed with a place for the seal if {@code sealPlace}
 */
public record Submitter(
        String seat,
        String firmName,
        String registrationNumber,
        @Nullable String corporateNumber,
        String representativeTitle,
        String representativeName,
        boolean sealPlace) {
    public Submitter {
        Text.line("seat", seat);
        Text.line("firmName", firmName);
        Text.line("registrationNumber", registrationNumber);
        if (corporateNumber != null && !corporateNumber.matches("[0-9]{13}")) {
            throw new IllegalArgumentException("corporateNumber must have 13 digits, was " + corporateNumber);
        }
        Text.line("representativeTitle", representativeTitle);
        Text.line("representativeName", representativeName);
    }
}
