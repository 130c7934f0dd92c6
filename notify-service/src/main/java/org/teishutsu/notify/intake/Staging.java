package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.ContactKeys;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** Carries a list row by row from its file into the staging tables: one pass, whatever its length. */
@Singleton
class Staging {

    /** So few are held back that they do not count, so many that the COPY of good rows is seldom interrupted. */
    private static final int REJECTIONS_AT_ONCE = 1000;

    private static final List<String> ROW = List.of(
            "import_id",
            "row_no",
            "line",
            "customer_key",
            "identity_key",
            "email_key",
            "name_key",
            "address_key",
            "name_postal_key",
            "name_tag",
            "kana_tag",
            "postal_tag",
            "address_tag",
            "mobile_tag",
            "contact",
            "party",
            "status",
            "email_since",
            "has_address",
            "mask",
            "fresh_id",
            "inquiry_number");

    private static final String COPY_ROWS =
            "copy import_row (" + String.join(", ", ROW) + ") from stdin (format binary)";
    private static final String COPY_REJECTIONS = """
            copy import_rejection (import_id, row_no, line, cells, columns, reasons) from stdin
            """;

    private final DataSource dataSource;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Staging(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /**
     * Stages every row below the header, in the caller's transaction.
     *
     * @return how many rows there are, rejected ones included
     * @throws ProblemException UNREADABLE_FILE
     */
    int stage(UUID list, ListReader reader, ItemCatalogue catalogue) {
        Sealing sealing = vault.hold();
        try (Connection connection = dataSource.getConnection()) {
            Pass pass = new Pass(
                    list,
                    reader.header(),
                    sealing,
                    connection.unwrap(PGConnection.class).getCopyAPI());
            RowCheck check = new RowCheck(catalogue);
            int rows = 0;
            try (ReadAhead<RowCheck.Verdict> verdicts =
                    new ReadAhead<>(() -> next(reader, check), RowCheck.Refused.class::isInstance)) {
                for (RowCheck.Verdict verdict = verdicts.next(); verdict != null; verdict = verdicts.next()) {
                    pass.take(verdict);
                    rows++;
                }
            }
            pass.end();
            if (rows == 0) {
                throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file has a header and no rows");
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RowCheck.@Nullable Verdict next(ListReader reader, RowCheck check) {
        CsvRow csv = reader.next();
        return csv == null ? null : check.check(reader.header(), csv);
    }

    /** One way through the file. Only one COPY can be open at a time, so rejected rows wait for a pause of it. */
    private final class Pass {

        private final UUID list;
        private final ListHeader header;
        private final Sealing sealing;
        private final CopyManager copies;
        private final List<RejectedRow> rejected = new ArrayList<>();
        private @Nullable CopyRows rows;

        Pass(UUID list, ListHeader header, Sealing sealing, CopyManager copies) {
            this.list = list;
            this.header = header;
            this.sealing = sealing;
            this.copies = copies;
        }

        void take(RowCheck.Verdict verdict) throws SQLException {
            if (verdict instanceof RowCheck.Taken taken) {
                write(taken.row());
            } else if (verdict instanceof RowCheck.Refused refused) {
                rejected.add(refused.row());
                if (rejected.size() >= REJECTIONS_AT_ONCE) {
                    end();
                }
            }
        }

        void end() throws SQLException {
            if (rows != null) {
                rows.end();
                rows = null;
            }
            if (rejected.isEmpty()) {
                return;
            }
            CopyText copy = new CopyText(copies.copyIn(COPY_REJECTIONS));
            for (RejectedRow row : rejected) {
                copy.cell(list)
                        .cell(row.rowNo())
                        .cell(row.line())
                        .bytes(RejectedCells.seal(sealing, list, row.rowNo(), header.inOrder(row.cells())))
                        .cells(row.faults().stream().map(Fault::column).toList())
                        .cells(row.faults().stream()
                                .map(fault -> fault.reason().name())
                                .toList())
                        .endRow();
            }
            copy.end();
            rejected.clear();
        }

        private void write(ListRow row) throws SQLException {
            if (rows == null) {
                rows = new CopyRows(copies.copyIn(COPY_ROWS), ROW.size());
            }
            Contact contact = row.contact();
            ContactKeys keys = ContactKeys.of(sealing.lookup(), contact);
            UUID fresh = Ids.next();
            rows.beginRow()
                    .uuid(list)
                    .number(row.rowNo())
                    .number(row.line())
                    .bytes(keys.customerKey())
                    .bytes(keys.identityKey())
                    .bytes(keys.emailKey())
                    .bytes(keys.nameKey())
                    .bytes(keys.addressKey())
                    .bytes(keys.namePostalKey())
                    .number(keys.nameTag())
                    .number(keys.kanaTag())
                    .number(keys.postalTag())
                    .number(keys.addressTag())
                    .number(keys.mobileTag())
                    .bytes(contact.seal(sealing, fresh))
                    .text(row.party().name())
                    .text(row.status().name())
                    .date(row.emailSince())
                    .truth(row.address() != null)
                    .number(row.mask())
                    .uuid(fresh)
                    .text(InquiryNumber.random(random).text());
        }
    }
}
