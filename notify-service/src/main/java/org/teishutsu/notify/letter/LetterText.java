package org.teishutsu.notify.letter;

/**
 * What a letter says beside its address; the same object's worth of text is laid out once a file, however many letters
 * it stands in. Where the recipient is named or his inquiry number given it holds {@link #ADDRESSED} and {@link
 * #INQUIRY_NUMBER}.
 *
 * <p>A line is a paragraph and is broken where the page needs it. At the beginning of a line {@link #SUBJECT}, {@link
 * #RIGHT}, {@link #CENTRED} and {@link #HEADING} say how it is set. What stands above the subject goes into the head of the
 * first page, beside the address.
 *
 * @param subject printed where the line {@link #SUBJECT} stands
 * @param body lines parted by a line feed
 */
public record LetterText(String subject, String body) {

    /** Stands for the recipient's name with 様 or 御中; alone on its line, since names differ in length. */
    public static final String ADDRESSED = "\uE000";

    /** Stands for the inquiry number. */
    public static final String INQUIRY_NUMBER = "\uE001";

    /** The line that is the subject. */
    public static final String SUBJECT = "［件名］";

    /** Flush right. */
    public static final String RIGHT = "［右］";

    /** In the middle. */
    public static final String CENTRED = "［中央］";

    /** Bold, and never the last line of a page. */
    public static final String HEADING = "［見出し］";

    /**
     * Refuses a text that cannot be printed for anybody.
     *
     * @throws UnprintableLetterException naming the character
     */
    public void requirePrintable() {
        Press.checked("件名", subject);
        body.lines()
                .forEach(line -> Press.checked("文面", line.replace(ADDRESSED, "").replace(INQUIRY_NUMBER, "")));
    }

    boolean isOwn(String line) {
        return line.contains(ADDRESSED) || line.contains(INQUIRY_NUMBER);
    }
}
