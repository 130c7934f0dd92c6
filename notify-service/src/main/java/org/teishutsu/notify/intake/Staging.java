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

/** Carries a list row by row from its file into the staging tables: one pass, whatever its length. */
@Singleton
class Staging {

    /** So few are held back that they do not count, so many that the COPY of good rows is seldom interrupted. */
    private static final int REJECTIONS_AT_ONCE = 1000;

    private static final String COPY_ROWS = """
            copy import_row (import_id, row_no, line, customer_number, identity_key, email_key, name_key, party,
                status, name, name_kana, email, email_since, postal_code, address, mobile, mask, fresh_id,
                inquiry_number)
            from stdin
            """;
    private static final String COPY_REJECTIONS = """
            copy import_rejection (import_id, row_no, line, cells, columns, reasons) from stdin
            """;

    private final DataSource dataSource;
    private final SecureRandom random = new SecureRandom();

    Staging(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Stages every row below the header, in the caller's transaction.
     *
     * @return how many rows there are, rejected ones included
     * @throws ProblemException UNREADABLE_FILE
     */
    int stage(UUID list, ListReader reader, ItemCatalogue catalogue) {
        try (Connection connection = dataSource.getConnection()) {
            Pass pass = new Pass(
                    list, reader.header(), connection.unwrap(PGConnection.class).getCopyAPI());
            RowCheck check = new RowCheck(catalogue);
            int rows = 0;
            for (CsvRow csv = reader.next(); csv != null; csv = reader.next()) {
                pass.take(check.check(reader.header(), csv));
                rows++;
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

    /** One way through the file. Only one COPY can be open at a time, so rejected rows wait for a pause of it. */
    private final class Pass {

        private final UUID list;
        private final ListHeader header;
        private final CopyManager copies;
        private final List<RejectedRow> rejected = new ArrayList<>();
        private @Nullable CopyText rows;

        Pass(UUID list, ListHeader header, CopyManager copies) {
            this.list = list;
            this.header = header;
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
                        .cells(header.inOrder(row.cells()))
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
                rows = new CopyText(copies.copyIn(COPY_ROWS));
            }
            rows.cell(list)
                    .cell(row.rowNo())
                    .cell(row.line())
                    .cell(row.customerNumber())
                    .cell(row.identityKey())
                    .cell(row.emailKey())
                    .cell(row.nameKey())
                    .cell(row.party())
                    .cell(row.status())
                    .cell(row.name())
                    .cell(row.nameKana())
                    .cell(row.email())
                    .cell(row.emailSince())
                    .cell(row.postalCode())
                    .cell(row.address())
                    .cell(row.mobile())
                    .cell(row.mask())
                    .cell(Ids.next())
                    .cell(InquiryNumber.random(random).text())
                    .endRow();
        }
    }
}
