package org.teishutsu.notify.vault;

/** Personal data cannot be opened or sealed. The message says why and what mends it, and holds none of the data. */
public class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
