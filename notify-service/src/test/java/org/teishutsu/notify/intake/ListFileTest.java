package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

class ListFileTest {

    private static final Charset CP932 = Charset.forName("windows-31j");

    @Test
    void whatIsUtf8ToTheLastByteIsUtf8() throws IOException {
        assertThat(encodingOf("髙﨑𠮷濵,①".getBytes(StandardCharsets.UTF_8))).isEqualTo(ListEncoding.UTF_8);
        assertThat(encodingOf("ascii".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ListEncoding.UTF_8);
    }

    @Test
    void whatIsWindows31jToTheLastByteIsWindows31j() throws IOException {
        assertThat(encodingOf("髙﨑,①～－".getBytes(CP932))).isEqualTo(ListEncoding.WINDOWS_31J);
    }

    @Test
    void aCharacterAcrossTwoBuffersIsRead() throws IOException {
        for (int before = (1 << 16) - 3; before <= (1 << 16) + 1; before++) {
            String text = "a".repeat(before) + "髙𠮷".repeat(5) + "\n";
            assertThat(encodingOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(ListEncoding.UTF_8);
            assertThat(encodingOf(("a".repeat(before) + "髙﨑".repeat(5)).getBytes(CP932)))
                    .isEqualTo(ListEncoding.WINDOWS_31J);
        }
    }

    @Test
    void whatNeitherReadsIsRefusedWithOffsetAndLineOfTheBetterOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("1行目\n2行目\nあ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.write("\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> encodingOf(bytes.toByteArray()))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNREADABLE_FILE))
                .withMessageContaining("UTF-8")
                .withMessageContaining("offset 19")
                .withMessageContaining("line 3");
    }

    @Test
    void aCharacterCutOffAtTheEndIsRefused() {
        byte[] whole = "x髙".getBytes(CP932);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> encodingOf(cut))
                .withMessageContaining("offset 1");
    }

    @Test
    void theFaultIsFoundBehindManyBuffers() {
        byte[] bytes = "0123456789abcde\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        bytes[300_000] = (byte) 0xFF;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> encodingOf(bytes))
                .withMessageContaining("offset 300000")
                .withMessageContaining("line 18751");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> encodingOf(new byte[0]))
                .withMessage("The file is empty");
    }

    @Test
    void theSumIsThatOfTheFile() throws IOException {
        try (ListFile file = ListFile.receive(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(file.sha256Hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.bytes().readAllBytes()).asString().isEqualTo("abc");
            assertThat(file.bytes().readAllBytes()).asString().isEqualTo("abc");
        }
    }

    private static ListEncoding encodingOf(byte[] bytes) throws IOException {
        try (InputStream body = new ByteArrayInputStream(bytes);
                ListFile file = ListFile.receive(body)) {
            return file.encoding();
        }
    }
}
