package org.teishutsu.notify.vault;

import java.util.List;

/**
 * Which keys are in use, and how far a rotation is. Nothing of a key but its number.
 *
 * @param left rows that are still to be sealed or hashed under the new keys
 * @param waitingFor processes that do not have the new keys yet
 */
record VaultView(boolean rotating, long left, int waitingFor, List<Key> keys) {

    /** One key that is or was in use here. */
    record Key(String kind, String key, String state) {}
}
