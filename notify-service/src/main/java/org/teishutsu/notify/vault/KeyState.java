package org.teishutsu.notify.vault;

/** What the database says of a key. */
enum KeyState {
    /** Look-up hashes under it are being made; none is in use. */
    COMING,
    /** What is written is written under it; one of each kind. */
    ACTIVE,
    /** Replaced; cells under it are still being sealed anew. */
    LEAVING,
    /** Nothing is left under it, and it can be taken out of the file. */
    GONE
}
