package org.teishutsu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

class EvidenceFolderTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path temp;

    @Test
    void aFileOfTwoHundredMegabytesTakesNoMemoryThatGrowsWithIt() throws IOException {
        EvidenceFolder folder = folder(200);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        folder.discard(
                folder.receive(letters(1), FileName.of("a.txt"), "text/plain").incoming());

        long before = threads.getCurrentThreadAllocatedBytes();
        ReceivedFile file = folder.receive(letters(200), FileName.of("a.txt"), "text/plain");
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(file.bytes()).isEqualTo(200L * MEGABYTE);
        assertThat(allocated).isLessThan(4L * MEGABYTE);
        UUID version = new UUID(0, 1);
        folder.keep(file, version);
        assertThat(EvidenceFolder.sha256(folder.of(version))).isEqualTo(file.sha256());
        assertThat(file.incoming()).doesNotExist();
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private final InputStream whole = letters(1);

            @Override
            public int read() throws IOException {
                int next = whole.read();
                if (next < 0) {
                    throw new IOException("connection reset");
                }
                return next;
            }
        };
        assertThatThrownBy(() -> folder(200).receive(broken, FileName.of("a.txt"), "text/plain"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.UNREADABLE_FILE));
        assertThat(temp.resolve("incoming")).isEmptyDirectory();
        try (Stream<Path> all = Files.list(temp)) {
            assertThat(all).containsExactly(temp.resolve("incoming"));
        }
    }

    private EvidenceFolder folder(int megabytes) {
        EvidenceConfig config = new EvidenceConfig() {
            @Override
            public Path folder() {
                return temp;
            }

            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.valueOf((long) megabytes * MEGABYTE));
            }
        };
        return new EvidenceFolder(config, new ContentType());
    }

    /** So many megabytes of one letter. */
    private static InputStream letters(int megabytes) {
        return new InputStream() {
            private long left = (long) megabytes * MEGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(length, left);
                Arrays.fill(into, from, from + n, (byte) 'x');
                left -= n;
                return n;
            }
        };
    }
}
