package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.common.problem.ProblemException;

class FileKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsRefusedWithTheMend(String charset) {
        assertRefused(Lists.HEADER.getBytes(Charset.forName(charset)), "UTF-16", "CSV UTF-8");
    }

    @Test
    void oldWorkbooksAndOthersAreRefusedWithTheMend() {
        assertRefused(HexFormat.of().parseHex("d0cf11e0a1b11ae10000"), "password", ".xlsx");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF", "CSV");
        assertRefused(HexFormat.of().parseHex("1f8b080000"), "compressed", "list itself");
    }

    @Test
    void aFileOfTextIsOne() {
        assertThat(FileKind.of("顧客番号,氏名".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of("C1,\0\0".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.TEXT);
    }

    private static void assertRefused(byte[] bytes, String what, String mend) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.reader(bytes, null))
                .withMessageContaining(what)
                .withMessageContaining(mend);
    }
}
