package org.teishutsu.notify.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A message as it came, or the beginning of one that is too large to be a notification. Never more than the limit is in
 * memory.
 */
final class RawMessage {

    /** What is kept of a message that is too large. */
    static final int HEAD = 64 * 1024;

    private final byte[] bytes;
    private final long size;

    private RawMessage(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    static RawMessage of(byte[] bytes) {
        return new RawMessage(bytes, bytes.length);
    }

    /**
     * Reads a message of which it is told how large it is; mail servers are not exact about that.
     *
     * @param limit in bytes; of a larger one only the head is kept
     */
    static RawMessage read(InputStream in, long size, long limit) throws IOException {
        if (size > limit) {
            return new RawMessage(in.readNBytes(HEAD), size);
        }
        RawMessage whole = of(in.readNBytes(Math.toIntExact(limit) + 1));
        return whole.size <= limit ? whole : new RawMessage(whole.head(HEAD), whole.size);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Of the whole message, in bytes. */
    long size() {
        return size;
    }

    boolean isWhole() {
        return size == bytes.length;
    }

    /**
     * By what the same message is known again, whichever way it comes: one keeps the line ends of mail, another has its
     * own. Of a message that is too large the head and the size are compared.
     */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\r') {
                    digest.update(bytes, start, i - start);
                    start = i + 1;
                }
            }
            digest.update(bytes, start, bytes.length - start);
            if (!isWhole()) {
                digest.update(Long.toString(size).getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The first so many bytes, or all of them. */
    byte[] head(int length) {
        return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }
}
