package org.teishutsu.notify.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a list would do to the ledger as it stands: what a second person looks at before applying it.
 *
 * @param rowsDigest over the outcome of every single row, so that equal counts of other rows are another picture
 * @param rest the incident before and after by combination, and whose decisions are carried out
 * @param ledgerVersion which ledger it is of
 */
record Picture(RowCounts counts, String rowsDigest, String rest, long ledgerVersion) {

    /**
     * Names this picture.
     *
     * @param of what it is a picture of: the list, its file and its purpose
     */
    String digest(String of) {
        String lookedAt = String.join("\n", of, counts.toString(), rowsDigest, rest);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lookedAt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
