package org.teishutsu.notify.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a list as they were understood, for whoever sent it or is to apply it.
 *
 * @param reading how the file was read
 * @param rows in the order of the file
 */
record Preview(Reading reading, List<Row> rows) {

    /**
     * A row of the file.
     *
     * @param taken what it tells, if it can be taken
     * @param refused what is wrong with it, if it cannot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(long line, @Nullable Taken taken, @Nullable List<Refusal> refused) {}

    /** A row as the ledger would have it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            @Nullable String customerNumber,
            String party,
            String status,
            String name,
            @Nullable String nameKana,
            @Nullable String email,
            @Nullable String emailSince,
            @Nullable String postalCode,
            @Nullable String address,
            @Nullable String mobile,
            @Nullable String legalRepresentative,
            List<String> items) {

        /** Masked: personal data. */
        @Override
        public String toString() {
            return "Taken[***]";
        }
    }

    /**
     * One reason of a refusal.
     *
     * @param column what it is read as; none if the row as a whole is meant
     * @param header the name of the column in the file
     * @param value what it holds, masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            RowReason code,
            @Nullable String column,
            @Nullable String header,
            @Nullable String value,
            String japanese,
            String english) {}
}
