package org.teishutsu.notify.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** The catalogue of a firm, with labels of every make. */
    static final ItemCatalogue FULL_CATALOGUE = new ItemCatalogue(List.of(
            new CataloguedItem("NAME", "氏名", 0),
            new CataloguedItem("NAME_KANA", "氏名（カナ）", 1),
            new CataloguedItem("EMAIL", "メールアドレス", 2),
            new CataloguedItem("CUSTOMER_ID", "お客様ID", 3),
            new CataloguedItem("ADDRESS", "住所", 4),
            new CataloguedItem("BIRTH_DATE", "生年月日", 7),
            new CataloguedItem("SEX", "性別", 8),
            new CataloguedItem("IDENTITY", "氏名・カナ", 9)));

    static ListReader reader(String text) {
        return reader(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static ListReader reader(byte[] bytes, @Nullable String mapping) {
        return reader(bytes, mapping, CATALOGUE);
    }

    static ListReader reader(byte[] bytes, @Nullable String mapping, ItemCatalogue catalogue) {
        try {
            return ListReader.open(
                    ListFile.receive(new ByteArrayInputStream(bytes)), ColumnMapping.of(mapping), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CsvRow> rows(String text) {
        return rows(reader(text));
    }

    static List<CsvRow> rows(ListReader reader) {
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }
}
