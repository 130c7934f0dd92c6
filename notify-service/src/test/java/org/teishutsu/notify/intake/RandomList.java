package org.teishutsu.notify.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A list as some firm might send it, whole or broken, from a seed; all people in it are made up. */
final class RandomList {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String[] NAMES = {
        "髙﨑 一郎",
        "㈱見本",
        "見本　花子",
        "𠮷濵 太",
        "山田,太郎",
        "\"見本\"",
        "=一",
        "+1",
        "-",
        "O'Hara",
        "'=x",
        "①～－",
        "ｶﾅ ﾊﾝｶｸ",
        "𠮷".repeat(60),
        " 前後 ",
        "a\tb",
        "か\u3099",
        "見本;甲|乙"
    };
    private static final String[] ODD = {
        "",
        " ",
        "?",
        "\0",
        "\uFFFD",
        "#N/A",
        "1.2E+11",
        "2-Jan",
        "年収",
        "x".repeat(3_000),
        "\u0007",
        "C 1",
        "600001",
        "行\n行",
        "\uFEFF",
        "'",
        "''",
        "=cmd()",
        "〓"
    };

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final Charset charset;
    private final boolean mark;
    private final char delimiter;
    private final String lineEnd;
    private final int rows;

    RandomList(long seed) {
        random = new Random(seed);
        charset = random.nextBoolean() ? StandardCharsets.UTF_8 : CP932;
        mark = charset.equals(StandardCharsets.UTF_8) && random.nextBoolean();
        delimiter = random.nextBoolean() ? ',' : '\t';
        lineEnd = one("\r\n", "\n", "\r");
        rows = 1 + random.nextInt(12);
    }

    /** Rows that can be taken, each with a name of its own; {@link #names} tells the names after. */
    byte[] good() {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        record(text, "備考", "顧客番号", "氏名", "ﾒｰﾙ", "漏えい項目");
        for (int i = 0; i < rows; i++) {
            String name = writable(one(NAMES)) + "第" + i;
            if (name.indexOf('\t') >= 0) {
                name = name.replace('\t', ' ');
            }
            names.add(name.strip());
            record(
                    text,
                    writable(one(ODD)),
                    "C" + i,
                    name,
                    one("", "a" + i + "@mail.example"),
                    one("氏名", "NAME|EMAIL", "氏名、メールアドレス"));
        }
        return text.toString().getBytes(charset);
    }

    List<String> names() {
        return names;
    }

    Charset charset() {
        return charset;
    }

    /** Good cells and odd ones, too many and too few of them, and now and then bytes changed, dropped or doubled. */
    byte[] broken() {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        record(text, "備考", "顧客番号", "氏名", one("ﾒｰﾙ", "email", "氏名", "?"), "郵便番号", one("漏えい項目", "漏えい_氏名"));
        for (int i = 0; i < rows; i++) {
            String[] cells = new String[random.nextInt(12) == 0 ? random.nextInt(9) : 6];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = writable(
                        random.nextInt(4) == 0
                                ? one(ODD)
                                : one("C" + i, one(NAMES), "a@mail.example", "1000001", "氏名", "1"));
            }
            record(text, cells);
        }
        byte[] bytes = text.toString().getBytes(charset);
        for (int i = random.nextInt(4); i > 0 && random.nextBoolean(); i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** What the encoding cannot write is written otherwise, for a question mark would be a changed name of ours. */
    private String writable(String text) {
        StringBuilder writable = new StringBuilder();
        text.codePoints()
                .filter(c -> charset.newEncoder().canEncode(Character.toString(c)))
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }

    private void record(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            boolean needed = cell.indexOf(delimiter) >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.isEmpty() && cells.length == 1;
            text.append(i == 0 ? "" : String.valueOf(delimiter))
                    .append(needed || random.nextInt(5) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append(lineEnd);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
