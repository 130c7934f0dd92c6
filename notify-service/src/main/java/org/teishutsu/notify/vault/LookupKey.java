package org.teishutsu.notify.vault;

import com.google.crypto.tink.prf.Prf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** One key of the look-up hashes: the same text in the same column always gives the same hash, and tells nothing else. */
public final class LookupKey {

    /** Of the 32 bytes: two of ten million people meet with a chance of 10<sup>-25</sup>. */
    private static final int LENGTH = 16;

    private final int id;
    private final Prf prf;

    LookupKey(int id, Prf prf) {
        this.id = id;
        this.prf = prf;
    }

    /** Its number, which a database that holds its hashes can know them by. */
    public int id() {
        return id;
    }

    /**
     * What a column is searched and joined by.
     *
     * @param text normalised by the caller
     */
    public byte[] of(String column, String text) {
        return hash(column, text, LENGTH);
    }

    /** A short hash: tells whether two texts of a column differ, and is no key to find anybody by. */
    public int tag(String column, String text) {
        return ByteBuffer.wrap(hash(column, text, Integer.BYTES)).getInt();
    }

    private byte[] hash(String column, String text, int length) {
        try {
            return prf.compute((column + '\0' + text).getBytes(StandardCharsets.UTF_8), length);
        } catch (GeneralSecurityException e) {
            throw new VaultException("A look-up hash could not be made", e);
        }
    }
}
