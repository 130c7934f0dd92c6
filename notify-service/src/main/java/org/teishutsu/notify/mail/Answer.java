package org.teishutsu.notify.mail;

/**
 * What an attempt came to, and the server's words for the record.
 *
 * @param text one line, cut to a length that a table can bear; may repeat the recipient's address: not for logs
 */
public record Answer(Outcome outcome, String text) {

    private static final int MAX_LENGTH = 500;

    public Answer {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        text = line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "Answer[" + outcome + "]";
    }
}
