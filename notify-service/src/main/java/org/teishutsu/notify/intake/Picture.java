package org.teishutsu.notify.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a list would do to the ledger as it stands: what a second person looks at before applying it.
 *
 * @param rowsDigest over the outcome of every single row, so that equal counts of other rows are another picture
 */
record Picture(RowCounts counts, String rowsDigest) {

    /** Names this picture of this file. */
    String digest(UUID list, String sha256) {
        String lookedAt = String.join("\n", list.toString(), sha256, counts.toString(), rowsDigest);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lookedAt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
