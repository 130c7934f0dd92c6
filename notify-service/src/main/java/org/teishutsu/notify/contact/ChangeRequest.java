package org.teishutsu.notify.contact;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;

/**
 * How a recipient can be reached from now on. What is absent stays as it is.
 *
 * @param address together with {@code postalCode}
 * @param mobile or any telephone
 * @param name as it is to be written; it is never removed
 * @param remove what is known to be wrong, without anything in its place
 * @param identityCheck by which a recipient who says so himself has shown who he is
 * @param ground in words; readable by the auditor, so it names nobody
 */
record ChangeRequest(
        @NotNull UUID recipient,

        @Nullable @Size(max = 320) @Pattern(regexp = "[^@\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*@[^@\\s\\p{Cntrl}]+") String email,

        @Nullable @Pattern(regexp = "\\d{3}-?\\d{4}") String postalCode,

        @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*") String address,

        @Nullable @Pattern(regexp = "0[\\d-]{8,14}\\d") String mobile,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*") String name,

        @Nullable Set<@NotNull ContactField> remove,
        @NotNull ChangeSource source,
        @Nullable UUID identityCheck,
        @NotBlank @Size(max = 1000) String ground) {

    @AssertTrue(message = "is named together with address") boolean isPostalCode() {
        return (postalCode == null) == (address == null);
    }

    @AssertTrue(message = "must not name what is given anew nor NAME, and something must change") boolean isRemove() {
        Set<ContactField> given = given();
        Set<ContactField> removed = remove == null ? Set.of() : remove;
        return !(given.isEmpty() && removed.isEmpty())
                && !removed.contains(ContactField.NAME)
                && removed.stream().noneMatch(given::contains);
    }

    @AssertTrue(message = "is named with the source RECIPIENT, and only then") boolean isIdentityCheck() {
        return source == null || (source == ChangeSource.RECIPIENT) == (identityCheck != null);
    }

    /** What a later list told, in some fields. */
    static ChangeRequest told(ToldContact of, Set<ContactField> fields, String ground) {
        Contact list = of.told();
        boolean moved = fields.contains(ContactField.ADDRESS);
        return new ChangeRequest(
                of.recipient(),
                fields.contains(ContactField.EMAIL) ? list.email() : null,
                moved ? list.postalCode() : null,
                moved ? list.address() : null,
                fields.contains(ContactField.MOBILE) ? list.mobile() : null,
                null,
                null,
                ChangeSource.LATER_LIST,
                null,
                ground);
    }

    private Set<ContactField> given() {
        Set<ContactField> given = EnumSet.noneOf(ContactField.class);
        if (email != null) {
            given.add(ContactField.EMAIL);
        }
        if (address != null) {
            given.add(ContactField.ADDRESS);
        }
        if (mobile != null) {
            given.add(ContactField.MOBILE);
        }
        if (name != null) {
            given.add(ContactField.NAME);
        }
        return given;
    }

    /** What changes, in the order in which it is told. */
    Set<ContactField> fields() {
        Set<ContactField> fields = given();
        if (remove != null) {
            fields.addAll(remove);
        }
        return fields;
    }

    Proposed proposed() {
        return new Proposed(email, postalCode, address, mobile, name);
    }

    /** Masked: personal data. */
    @Override
    public String toString() {
        return "ChangeRequest[***]";
    }

    /** What takes the place of the fields that change. */
    record Proposed(
            @Nullable String email,
            @Nullable String postalCode,
            @Nullable String address,
            @Nullable String mobile,
            @Nullable String name) {

        Contact in(Contact contact, Set<ContactField> fields) {
            boolean moved = fields.contains(ContactField.ADDRESS);
            return new Contact(
                    contact.customerNumber(),
                    name == null ? contact.name() : name,
                    contact.nameKana(),
                    fields.contains(ContactField.EMAIL) ? email : contact.email(),
                    moved ? postalCode : contact.postalCode(),
                    moved ? address : contact.address(),
                    fields.contains(ContactField.MOBILE) ? mobile : contact.mobile(),
                    contact.legalRepresentative());
        }

        /** Masked: personal data. */
        @Override
        public String toString() {
            return "Proposed[***]";
        }
    }
}
