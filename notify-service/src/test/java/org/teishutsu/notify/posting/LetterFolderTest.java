package org.teishutsu.notify.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFolderTest {

    private static final UUID BATCH = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @TempDir
    Path temp;

    private LetterFolder folder() {
        return in(temp.resolve("letters"));
    }

    private static LetterFolder in(Path path) {
        return new LetterFolder(new LetterConfig() {
            @Override
            public Path folder() {
                return path;
            }

            @Override
            public double addressLeft() {
                return 22;
            }

            @Override
            public double addressTop() {
                return 17;
            }
        });
    }

    @Test
    void filesAreTheOwnersAlone() throws IOException {
        String hash = folder().write(
                        BATCH, LetterFolder.Kind.PDF, out -> out.write("abc".getBytes(StandardCharsets.US_ASCII)));

        Path file = folder().find(BATCH, LetterFolder.Kind.PDF).orElseThrow();
        assertThat(hash).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(folder().batches()).containsExactly(BATCH);
    }

    /** The kernel refuses a process that may write no larger file as it does when a disk is full. */
    @Test
    void aDiskThatTakesNoMoreLeavesNothingHalfDone() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 64 && exec \"$0\" \"$@\"",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Megabyte.class.getName(),
                        temp.resolve("letters").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("java.io.IOException").contains("File too large");
        assertThat(temp.resolve("letters")).isEmptyDirectory();
    }

    /** Writes a megabyte into the folder that is its argument. */
    static final class Megabyte {

        private Megabyte() {}

        public static void main(String[] folder) throws IOException {
            in(Path.of(folder[0])).write(BATCH, LetterFolder.Kind.PDF, out -> {
                for (int i = 0; i < 16; i++) {
                    out.write(new byte[1 << 16]);
                }
            });
        }
    }

    @Test
    void whatIsLeftOfABatchIsFoundAndNobodyElsesFilesAre() throws IOException {
        folder().create();
        Path path = temp.resolve("letters");
        Files.writeString(path.resolve(BATCH + ".pdf.part"), "x");
        Files.writeString(path.resolve("not-told.csv"), "x");

        assertThat(folder().batches()).containsExactly(BATCH);
        folder().deleteAll(BATCH);
        assertThat(path).isDirectoryNotContaining("glob:**.part").isDirectoryContaining("glob:**not-told.csv");
    }
}
