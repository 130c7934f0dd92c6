package org.teishutsu.notify.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** One key that seals cells. What it sealed begins with its id, so that whoever opens it knows the key. */
final class SealingKey {

    /** Tink's prefix: a version byte, then the id of the key. */
    private static final int PREFIX = 5;

    private final int id;
    private final Aead aead;

    SealingKey(int id, Aead aead) {
        this.id = id;
        this.aead = aead;
    }

    int id() {
        return id;
    }

    byte[] seal(String column, UUID row, int no, byte[] plain) {
        try {
            return aead.encrypt(plain, Place.of(column, row, no));
        } catch (GeneralSecurityException e) {
            throw new VaultException("A cell could not be sealed", e);
        }
    }

    byte[] open(String column, UUID row, int no, byte[] sealed) {
        try {
            return aead.decrypt(sealed, Place.of(column, row, no));
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "A cell of " + column + " does not open: it is damaged, or was sealed for another place", e);
        }
    }

    /** The id of the key that a cell was sealed with. */
    static int idIn(byte[] sealed) {
        if (sealed.length <= PREFIX) {
            throw new VaultException("A cell is too short to have been sealed");
        }
        return (sealed[1] & 0xFF) << 24 | (sealed[2] & 0xFF) << 16 | (sealed[3] & 0xFF) << 8 | (sealed[4] & 0xFF);
    }
}
