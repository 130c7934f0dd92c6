package org.teishutsu.notify.letter;

/** A letter that cannot be printed as it is: its message names the place and what is wrong there, and nothing else. */
public final class UnprintableLetterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A letter that cannot be printed.
     *
     * @param place such as 氏名
     * @param what is wrong there
     */
    public UnprintableLetterException(String place, String what) {
        super(place + "：" + what);
    }

    /** For the list of those not told: 氏名：😀 (U+1F600) は印字できません. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
