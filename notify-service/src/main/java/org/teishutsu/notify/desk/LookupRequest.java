package org.teishutsu.notify.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/**
 * Whom the desk looks for, in one of four ways: by customer number, e-mail, inquiry number, or name with postal code.
 *
 * @param reason why; readable by the auditor, so it names nobody
 */
record LookupRequest(
        @Nullable @Size(max = LookupRequest.LONGEST) String customerNumber,
        @Nullable @Size(max = LookupRequest.LONGEST) String email,
        @Nullable @Size(max = LookupRequest.LONGEST) String inquiryNumber,
        @Nullable @Size(max = LookupRequest.LONGEST) String name,
        @Nullable @Size(max = LookupRequest.LONGEST) String postalCode,
        @NotBlank @Size(max = 1000) String reason) {

    static final int LONGEST = 500;

    /** A form sends its empty fields, too: nothing is in them. */
    LookupRequest {
        customerNumber = filled(customerNumber);
        email = filled(email);
        inquiryNumber = filled(inquiryNumber);
        name = filled(name);
        postalCode = filled(postalCode);
    }

    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank() ? null : field;
    }

    /** By what a look-up finds people. */
    enum Way {
        CUSTOMER_NUMBER,
        EMAIL,
        INQUIRY_NUMBER,
        NAME_AND_POSTAL_CODE
    }

    /**
     * The one way that is filled in.
     *
     * @throws ProblemException INVALID_REQUEST unless it is exactly one
     */
    Way way() {
        long given = Stream.of(customerNumber, email, inquiryNumber, name == null ? postalCode : name)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw ProblemException.invalid(
                    "way", "must be one of customerNumber, email, inquiryNumber, or name with postalCode");
        }
        if (customerNumber != null) {
            return Way.CUSTOMER_NUMBER;
        }
        if (email != null) {
            return Way.EMAIL;
        }
        if (inquiryNumber != null) {
            return Way.INQUIRY_NUMBER;
        }
        if (name == null || postalCode == null) {
            throw ProblemException.invalid("name", "is looked for together with postalCode");
        }
        return Way.NAME_AND_POSTAL_CODE;
    }

    /** Masked: personal data. */
    @Override
    public String toString() {
        return "LookupRequest[***]";
    }
}
