package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * The folder of the files. One comes in under a name of its own, is forced to the disk, and is moved to the id of its
 * version in one step before that version's row is committed: what a crash leaves is a file without a row, which is swept.
 */
@ApplicationScoped
class EvidenceFolder {
    private static final int BUFFER = 64 * 1024;

    /** No upload is silent for so long, and no commit takes so long: what is older and has no row never gets one. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path kept;
    private final Path incoming;
    private final Path unclaimed;
    private final long maxSize;
    private final ContentType contentType;

    EvidenceFolder(EvidenceConfig config, ContentType contentType) {
        this.kept = config.folder().toAbsolutePath();
        this.incoming = kept.resolve("incoming");
        this.unclaimed = kept.resolve("unclaimed");
        this.maxSize = config.maxSize().asLongValue();
        this.contentType = contentType;
    }

    /** Where the bytes of a version lie. */
    Path of(UUID version) {
        return kept.resolve(version.toString());
    }

    /**
     * Takes a file in, hashing it on the way; keeps nothing of one that is refused or cut short.
     *
     * @throws ProblemException for a file that is empty, too large, cut short or not what it says
     */
    ReceivedFile receive(InputStream body, FileName name, @Nullable String declared) {
        Path file = null;
        try {
            Files.createDirectories(
                    incoming, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            file = incoming.resolve(Ids.next().toString());
            return write(body, file, name, declared);
        } catch (IOException e) {
            discard(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    private ReceivedFile write(InputStream body, Path file, FileName name, @Nullable String declared)
            throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        byte[] head = new byte[0];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = fill(body, buffer); n > 0; n = fill(body, buffer)) {
                if (bytes == 0) {
                    head = Arrays.copyOf(buffer, Math.min(n, ContentType.HEAD));
                    contentType.agreed(declared, name, head);
                }
                bytes += n;
                requireFits(bytes);
                digest.update(buffer, 0, n);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, n);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        if (bytes == 0) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file is empty");
        }
        return new ReceivedFile(
                file,
                name.value(),
                contentType.agreed(declared, name, head),
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Fails at once for a size that is announced; one that is not fails as it comes. */
    void requireFits(long bytes) {
        if (bytes > maxSize) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "A file of evidence may have " + maxSize + " bytes at most");
        }
    }

    private static int fill(InputStream body, byte[] buffer) {
        try {
            return body.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            ProblemException cut =
                    new ProblemException(ProblemType.UNREADABLE_FILE, "The upload was cut short: send the file again");
            cut.initCause(e);
            throw cut;
        }
    }

    /** Gives a received file its place for good; call it before the commit of the version's row. */
    void keep(ReceivedFile file, UUID version) {
        try {
            Files.move(file.incoming(), of(version), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(kept, StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a received file that is not kept. */
    void discard(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The SHA-256 of what lies there now; {@link NoSuchFileException} if nothing does. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Deletes what uploads have left half done. A whole file without a row is moved aside, never deleted: a crash may have
     * left it, but so may a database restored from before it, and then its bytes are all there is.
     *
     * @param now machine time, as the file system stamps its files
     * @param hasRow whether a version is recorded
     * @return how many files went
     */
    int sweep(Instant now, Predicate<UUID> hasRow) {
        return sweep(incoming, now, version -> false, this::discard) + sweep(kept, now, hasRow, this::moveAside);
    }

    private void moveAside(Path file) {
        try {
            Files.createDirectories(unclaimed);
            Files.move(file, unclaimed.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int sweep(Path folder, Instant now, Predicate<UUID> hasRow, Consumer<Path> away) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            int swept = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (isAbandoned(file, now, hasRow)) {
                    away.accept(file);
                    swept++;
                }
            }
            return swept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path file, Instant now, Predicate<UUID> hasRow) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))
                    && !hasRow.test(UUID.fromString(file.getFileName().toString()));
        } catch (NoSuchFileException e) {
            return false; // moved or discarded meanwhile
        } catch (IllegalArgumentException e) {
            return false; // not a file of this service
        }
    }
}
