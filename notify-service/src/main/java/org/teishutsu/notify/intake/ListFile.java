package org.teishutsu.notify.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.intake.ListEncoding.Undecodable;

/**
 * A list as it was received: on disk, never in memory, and in no directory either, so that not even a killed process
 * leaves a file with personal data behind.
 */
final class ListFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    /** By these bytes formats are told. */
    private static final int START = 256;

    private final FileChannel file;
    private final String sha256;
    private final long size;

    private ListFile(FileChannel file, String sha256, long size) {
        this.file = file;
        this.sha256 = sha256;
        this.size = size;
    }

    static ListFile receive(InputStream body) throws IOException {
        FileChannel file = openUnnamed();
        try {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
                writeFully(file, ByteBuffer.wrap(buffer, 0, read));
            }
            return new ListFile(file, HexFormat.of().formatHex(digest.digest()), file.size());
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** In lower-case hexadecimal digits. */
    String sha256Hex() {
        return sha256;
    }

    long size() {
        return size;
    }

    /** Whether its first bytes are those of a ZIP file, as every .xlsx is. */
    boolean isWorkbook() throws IOException {
        return FileKind.of(start()) == FileKind.ZIP;
    }

    /** The encoding that reads every byte, or the refusal that says how far the better one came. */
    ListEncoding encoding() throws IOException {
        if (size == 0) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file is empty");
        }
        FileKind.of(start()).requireText();
        Optional<Undecodable> utf8 = ListEncoding.UTF_8.firstFault(bytes());
        if (utf8.isEmpty()) {
            return ListEncoding.UTF_8;
        }
        Optional<Undecodable> windows31j = ListEncoding.WINDOWS_31J.firstFault(bytes());
        if (windows31j.isEmpty()) {
            return ListEncoding.WINDOWS_31J;
        }
        Undecodable fault = utf8.get().offset() >= windows31j.get().offset() ? utf8.get() : windows31j.get();
        throw new ProblemException(
                ProblemType.UNREADABLE_FILE,
                "Neither UTF-8 nor windows-31j: read as " + fault.encoding().charsetName() + " the bytes at offset "
                        + fault.offset() + " in line " + fault.line() + " are no character");
    }

    /** From the start. One reader at a time: the position is the file's. */
    InputStream bytes() throws IOException {
        return Channels.newInputStream(file.position(0));
    }

    private byte[] start() throws IOException {
        return bytes().readNBytes(START);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static FileChannel openUnnamed() throws IOException {
        Path path = Files.createTempFile("teishutsu-list-", null);
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
