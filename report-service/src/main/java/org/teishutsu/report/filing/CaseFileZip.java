package org.teishutsu.report.filing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is written as it goes and knows each file's size and SHA-256 at its end; nothing of it is held in memory but
 * that list.
 */
final class CaseFileZip implements AutoCloseable {
    static final String SUMS = "SHA256SUMS";
    static final String INDEX = "index.html";

    private final ZipOutputStream zip;
    private final long time;
    private final List<Entry> entries = new ArrayList<>();

    /** {@code time} stands on every file, in milliseconds since 1970. */
    CaseFileZip(OutputStream out, long time) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.time = time;
    }

    /**
     * A file in it.
     *
     * @param what it is, in Japanese
     */
    record Entry(String path, String what, long bytes, String sha256) {}

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void add(String path, String what, byte[] bytes) throws IOException {
        add(path, what, out -> out.write(bytes));
    }

    void add(String path, String what, InputStream in) throws IOException {
        add(path, what, (Content) in::transferTo);
    }

    void add(String path, String what, Content content) throws IOException {
        MessageDigest digest = Digests.digest();
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(time);
        zip.putNextEntry(entry);
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        content.writeTo(counting);
        zip.closeEntry();
        entries.add(new Entry(path, what, counting.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** The list of all hashes, in the form that {@code sha256sum -c} takes; the last file. */
    void finish() throws IOException {
        StringBuilder sums = new StringBuilder();
        entries.forEach(entry ->
                sums.append(entry.sha256()).append("  ").append(entry.path()).append('\n'));
        add(SUMS, "ハッシュ値の一覧", sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.flush();
    }

    /** Writes what a file holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }
    }
}
