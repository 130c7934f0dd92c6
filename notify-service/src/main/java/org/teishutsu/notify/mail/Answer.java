package org.teishutsu.notify.mail;

/**
 * What an attempt came to, and the server's words for the record.
 *
 * @param text one line, the whole answer up to the length of sixteen reply lines (RFC 5321, 4.5.3.1.5); may repeat the recipient's address: not for logs
 */
public record Answer(Outcome outcome, String text) {

    private static final int MAX_LENGTH = 8192;

    public Answer {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        text = line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "Answer[" + outcome + "]";
    }
}
