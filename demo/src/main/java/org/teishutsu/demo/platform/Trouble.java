package org.teishutsu.demo.platform;

/** Something the person at the terminal can set right; the message says what and how, and is all that is printed. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
