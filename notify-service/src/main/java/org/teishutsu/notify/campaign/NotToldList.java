package org.teishutsu.notify.campaign;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.recipient.Contact;

/** The list of those not told yet (個別通知未了者一覧), or not corrected yet (訂正未了者一覧), as a file for people. */
@Singleton
class NotToldList {

    private static final List<String> HEADER = List.of(
            "理由コード",
            "理由",
            "書面とする理由",
            "返戻の理由",
            "次の対応",
            "架電回数",
            "お問い合わせ番号",
            "顧客番号",
            "氏名",
            "氏名カナ",
            "法定代理人",
            "メールアドレス",
            "郵便番号",
            "住所",
            "携帯電話番号");

    /** Writes UTF-8 with a byte order mark, by which spreadsheets know it. */
    void write(Worklist list, UUID campaign, @Nullable NotToldReason reason, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(3600).run(() -> {
            try {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writer.write('\uFEFF');
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
                csv.writeRecord(HEADER);
                list.forEach(campaign, reason, row -> csv.writeRecord(cells(row)));
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> cells(Worklist.Row row) {
        Contact contact = row.contact();
        return List.of(
                row.reason().name(),
                row.reason().label(),
                row.letterReason() == null ? "" : row.letterReason().label(),
                row.returned() == null ? "" : row.returned().label(),
                row.next().label(),
                Integer.toString(row.calls()),
                row.inquiryNumber(),
                cell(contact.customerNumber()),
                cell(contact.name()),
                cell(contact.nameKana()),
                cell(contact.legalRepresentative()),
                cell(contact.email()),
                cell(contact.postalCode()),
                cell(contact.address()),
                cell(contact.mobile()));
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : CsvCell.neutralised(text);
    }
}
