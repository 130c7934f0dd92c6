package org.teishutsu.common.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintFontsTest {
    private static final Charset CP932 = Charset.forName("windows-31j");

    @Test
    void everyCharacterOfCp932CanBePrinted() {
        // Private use (F040-F9FC) is nobody's character: there is nothing to print.
        IntStream.rangeClosed(0x20, 0xFFFC)
                .filter(code -> code < 0x7F || code > 0x8000 || (code >= 0xA1 && code <= 0xDF))
                .mapToObj(PrintFontsTest::decode)
                .filter(text -> text.codePointCount(0, text.length()) == 1 && !text.equals("\uFFFD"))
                .filter(text -> Character.getType(text.codePointAt(0)) != Character.PRIVATE_USE)
                .forEach(text -> assertThat(Printable.firstUnprintable(Printable.normalise(text)))
                        .as(text)
                        .isEmpty());
    }

    @Test
    void namesThatAreHardToPrintArePrinted() {
        assertThat(Printable.firstUnprintable("髙﨑𠮷濵德栁邉✓")).isEmpty();
    }

    @Test
    void boldHasWhatRegularHas() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> PrintFonts.regular().covers(c) != PrintFonts.bold().covers(c))
                .findFirst()
                .ifPresent(c -> assertThat(Printable.nameOf(c)).isNull());
    }

    @Test
    void aCharacterInNoFontIsFound() {
        assertThat(Printable.firstUnprintable("一😀二✔")).isEqualTo(OptionalInt.of(0x1F600));
        assertThat(Printable.nameOf(0x1F600)).isEqualTo("😀 (U+1F600)");
    }

    @Test
    void invisibleCharactersAreNotPrintable() {
        assertThat(Printable.firstUnprintable("一\u200B二")).isEqualTo(OptionalInt.of(0x200B));
        assertThat(Printable.firstUnprintable("\uE000")).isEqualTo(OptionalInt.of(0xE000));
        assertThat(Printable.nameOf(0xE000)).isEqualTo("U+E000");
    }

    @Test
    void variationSelectorsAreDroppedAndMarksComposed() {
        assertThat(Printable.normalise("葛\uDB40\uDD00城市 が\uFE00 \u304B\u3099")).isEqualTo("葛城市 が が");
    }

    @Test
    void aNameKeepsTheShapeInWhichItIsWritten() {
        assertThat(Printable.normalise("\uFA10\uFA19\u304B\u3099")).isEqualTo("\uFA10\uFA19\u304C");
        assertThat(Printable.normalise("\uF90A"))
                .as("no font has a shape of its own")
                .isEqualTo("\u91D1");
    }

    @Test
    void theFallbackHasNoRadicalWhereThereIsTheCharacter() {
        assertThat(PrintFonts.fallback().covers('金')).isTrue();
        assertThat(PrintFonts.fallback().covers('\u2FA6')).isFalse();
        assertThat(PrintFonts.fallback().covers('\uF90A')).isFalse();
    }

    @Test
    void theFontFilesAreTheOnesTheReadmeNames() throws Exception {
        String readme = new String(read("README.md"), StandardCharsets.UTF_8);
        for (String file : new String[] {
            "biz-udmincho/BIZUDMincho_400Regular.ttf",
            "biz-udmincho/BIZUDMincho_700Bold.ttf",
            "noto-serif-jp/NotoSerifJP_400Regular.ttf"
        }) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(read(file));
            assertThat(readme.lines().filter(line -> line.contains(file)))
                    .singleElement()
                    .asString()
                    .contains(HexFormat.of().formatHex(digest));
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = PrintFontsTest.class.getResourceAsStream("/fonts/" + file)) {
            return in.readAllBytes();
        }
    }

    private static String decode(int code) {
        byte[] bytes = code < 0x100 ? new byte[] {(byte) code} : new byte[] {(byte) (code >> 8), (byte) code};
        return new String(bytes, CP932);
    }
}
