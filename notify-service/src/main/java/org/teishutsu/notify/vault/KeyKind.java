package org.teishutsu.notify.vault;

import java.util.Locale;

/** What a key is for. Each has keys of its own: who may look up need not be able to read. */
enum KeyKind {
    /** AES-256-GCM, for the cells. */
    SEALING,
    /** HMAC-SHA-256, for what is searched and joined by. */
    LOOKUP;

    /** As configuration and files are called. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
