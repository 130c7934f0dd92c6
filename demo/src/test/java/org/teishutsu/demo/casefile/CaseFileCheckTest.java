package org.teishutsu.demo.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileCheckTest {
    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void aWholeFile() throws Exception {
        put("order/order.json", "{}");
        put("evidence/7/v1", "the file");
        put("evidence/evidence.json", """
                [{"id": "7", "versions": [{"number": 1, "sha256": "%s"}]}]""".formatted(sha256("evidence/7/v1")));
        put("filings/00-initial-v1/submission.pdf", "%PDF-");
        put("filings/filings.json", """
                [{"number": 0, "kind": "INITIAL", "version": 1, "submissionSha256": "%s", "firmCopySha256": null}]""".formatted(sha256("filings/00-initial-v1/submission.pdf")));
        list();
    }

    @Test
    void aWholeFileHasNoProblem() throws Exception {
        CaseFileCheck.Result result = check();

        assertThat(result.problems()).isEmpty();
        assertThat(result.files()).isEqualTo(6);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        files.remove("order/order.json");

        assertThat(check().problems()).containsExactly("missing: order/order.json, which the list names");
    }

    @Test
    void anAlteredFileIsNamed() throws Exception {
        put("order/order.json", "{ }");

        assertThat(check().problems()).singleElement().asString().startsWith("altered: order/order.json has SHA-256 ");
    }

    @Test
    void anAddedFileIsNamed() throws Exception {
        put("note.txt", "by the way");

        assertThat(check().problems()).containsExactly("added: note.txt is not in the list");
    }

    @Test
    void evidenceAlteredBeforeTheFileWasMadeIsNamedThoughTheListAgrees() throws Exception {
        put("evidence/7/v1", "another file");
        list();

        assertThat(check().problems()).singleElement().asString().contains("evidence/7/v1", "its record of evidence");
    }

    @Test
    void aFilingThatIsGoneAndWasLeftOutOfTheListIsNamed() throws Exception {
        files.remove("filings/00-initial-v1/submission.pdf");
        list();

        assertThat(check().problems())
                .containsExactly(
                        "missing: filings/00-initial-v1/submission.pdf, which the record of its release names");
    }

    @Test
    void aFileThatWasCutShortIsAProblemAndNoCrash() throws Exception {
        Path whole = write();
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(CaseFileCheck.of(whole).problems())
                .singleElement()
                .asString()
                .contains("cannot be opened");
    }

    private CaseFileCheck.Result check() throws IOException {
        return CaseFileCheck.of(write());
    }

    private Path write() throws IOException {
        Path file = folder.resolve("case-file.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private void list() throws Exception {
        files.remove("SHA256SUMS");
        StringBuilder sums = new StringBuilder();
        for (String path : files.keySet()) {
            sums.append(sha256(path)).append("  ").append(path).append('\n');
        }
        put("SHA256SUMS", sums.toString());
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String sha256(String path) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(path)));
    }
}
