package org.teishutsu.common.font;

/** A character that no font can print: printing on would show another sign in its place. */
public final class UnprintableCharacterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int codePoint;
    private final String where;

    UnprintableCharacterException(int codePoint, String where) {
        super("cannot print %s in %s".formatted(Printable.nameOf(codePoint), where));
        this.codePoint = codePoint;
        this.where = where;
    }

    public int codePoint() {
        return codePoint;
    }

    /** The place in the content, such as {@code section 3, block 2, row 4, column 1}. */
    public String where() {
        return where;
    }
}
