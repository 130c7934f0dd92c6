package org.teishutsu.notify.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;

/** Lists for tests; all people in them are made up. */
final class Lists {

    static final String HEADER =
            "customer_number,party,name,name_kana,email,email_since,postal_code,address,mobile,status,items\n";

    static final ItemCatalogue CATALOGUE = new ItemCatalogue(List.of(
            new CataloguedItem("NAME", "氏名", 0),
            new CataloguedItem("EMAIL", "メールアドレス", 2),
            new CataloguedItem("BIRTH_DATE", "生年月日", 7)));

    private Lists() {}

    static ListReader reader(String text) {
        try {
            return new ListReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ListEncoding.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CsvRow> rows(String text) {
        ListReader reader = reader(text);
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }
}
