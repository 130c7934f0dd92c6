package org.teishutsu.notify.letter;

import java.util.ArrayList;
import java.util.List;
import org.teishutsu.common.font.Printable;

/**
 * Lays a text out on pages. Lines that hold something of the recipient's are kept apart: they are drawn for each letter,
 * all the others once.
 */
final class SetText {
    private static final String DRILL = "訓練";
    private static final String DRILL_SENTENCE = "【訓練】これは訓練のために作成されたお知らせです。実際に漏えいがあったことをお知らせするものではありません。";
    private static final double EMPTY_LINE = 0.7;
    /** A heading takes at least so many lines with it to the next page. */
    private static final int KEPT_TOGETHER = 3;

    /** Fewer lines on the last page are not worth a sheet. */
    private static final int FILLED = 5;

    private final LetterText text;
    private final double leading;
    private final List<SetPage> pages = new ArrayList<>();
    private SetPage page = new SetPage();
    private double y = Paper.FIRST_TOP;

    private SetText(LetterText text, double leading) {
        this.text = text;
        this.leading = leading;
    }

    /** A page: what every letter has there, and what each has of its own. */
    record SetPage(List<SetLine> constant, List<SetLine> own) {
        SetPage() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * The pages of a text.
     *
     * @throws UnprintableLetterException if a character of it is in no font
     */
    static List<SetPage> of(LetterText text, boolean drill) {
        // A last sheet for a few words is avoided by setting the lines a little closer, if that helps.
        List<SetPage> pages = Paper.LEADINGS.stream()
                .map(leading -> pages(text, drill, leading))
                .filter(SetText::endsOnAFilledPage)
                .findFirst()
                .orElseGet(() -> pages(text, drill, Paper.LEADINGS.get(0)));
        for (int i = 0; i < pages.size(); i++) {
            furnish(pages.get(i), i + 1, pages.size(), drill);
        }
        return pages;
    }

    private static List<SetPage> pages(LetterText text, boolean drill, double leading) {
        SetText setting = new SetText(text, leading);
        setting.set(drill);
        return setting.pages;
    }

    private static boolean endsOnAFilledPage(List<SetPage> pages) {
        SetPage last = pages.get(pages.size() - 1);
        return pages.size() == 1 || last.constant().size() + last.own().size() >= FILLED;
    }

    private void set(boolean drill) {
        List<String> lines = text.body().lines().map(SetText::checked).toList();
        int subject = lines.indexOf(LetterText.SUBJECT);
        pages.add(page);
        head(lines.subList(0, Math.max(0, subject)));
        subject(drill);
        lines.subList(subject + 1, lines.size()).forEach(this::paragraph);
    }

    private static String checked(String line) {
        String withoutPlaces = line.replace(LetterText.ADDRESSED, "").replace(LetterText.INQUIRY_NUMBER, "");
        Press.checked("文面", withoutPlaces);
        return Printable.normalise(line);
    }

    private void head(List<String> lines) {
        double at = Paper.HEAD_TOP;
        for (String line : lines) {
            String content = line.startsWith(LetterText.RIGHT) ? line.substring(LetterText.RIGHT.length()) : line;
            // A name that is broken looks worse than one set a little smaller.
            double room = Paper.points(Paper.RIGHT - Paper.HEAD_LEFT) / Typeface.REGULAR.width(content);
            double size = Math.max(Paper.SMALL_SIZE, Math.min(Paper.BODY_SIZE, room));
            double width = Paper.points(Paper.RIGHT - Paper.HEAD_LEFT) / size + 0.01;
            for (String part : Lines.of(content, Typeface.REGULAR, width, width)) {
                put(flushRight(part, Typeface.REGULAR, size, at));
                at += leading(Paper.BODY_SIZE);
            }
        }
    }

    private void subject(boolean drill) {
        double size = Paper.TITLE_SIZE;
        for (String part : wrapped(Press.checked("件名", text.subject()), Typeface.BOLD, size, 0)) {
            put(centred(part, Typeface.BOLD, size, y));
            y += leading(size);
        }
        if (drill) {
            for (String part : wrapped(DRILL_SENTENCE, Typeface.REGULAR, Paper.BODY_SIZE, 0)) {
                put(new SetLine(Paper.LEFT, y, Paper.BODY_SIZE, Typeface.REGULAR, part));
                y += leading(Paper.BODY_SIZE);
            }
        }
    }

    private void paragraph(String line) {
        if (line.isBlank()) {
            y += leading(Paper.BODY_SIZE) * EMPTY_LINE;
        } else if (line.startsWith(LetterText.RIGHT)) {
            String content = line.substring(LetterText.RIGHT.length());
            wrapped(content, Typeface.REGULAR, Paper.BODY_SIZE, 0)
                    .forEach(part -> flow(flushRight(part, Typeface.REGULAR, Paper.BODY_SIZE, 0), 1));
        } else if (line.startsWith(LetterText.CENTRED)) {
            String content = line.substring(LetterText.CENTRED.length());
            wrapped(content, Typeface.REGULAR, Paper.BODY_SIZE, 0)
                    .forEach(part -> flow(centred(part, Typeface.REGULAR, Paper.BODY_SIZE, 0), 1));
        } else if (line.startsWith(LetterText.HEADING)) {
            flush(line.substring(LetterText.HEADING.length()), Typeface.BOLD, KEPT_TOGETHER);
        } else if (line.startsWith("■")) {
            flush(line, Typeface.BOLD, KEPT_TOGETHER);
        } else {
            flush(line, Typeface.REGULAR, 1);
        }
    }

    /** A list's further lines stand below its first character, not below its mark. */
    private void flush(String line, Typeface face, int together) {
        double indent = line.startsWith("・") || line.startsWith("■") ? 2 : 0;
        double hang = indent / 2 + (indent > 0 ? 1 : leadingSpaces(line));
        double width = Paper.points(Paper.RIGHT - Paper.LEFT) / Paper.BODY_SIZE;
        boolean list = indent > 0;
        boolean hanging = list || leadingSpaces(line) > 1;
        double firstAt = list ? 1 : 0;
        double othersAt = hanging ? hang : 0;
        List<String> parts = Lines.of(line, face, width - firstAt, width - othersAt);
        for (int i = 0; i < parts.size(); i++) {
            double at = Paper.LEFT + Paper.millimetres((i == 0 ? firstAt : othersAt) * Paper.BODY_SIZE);
            flow(new SetLine(at, 0, Paper.BODY_SIZE, face, parts.get(i)), i == 0 ? together : 1);
        }
    }

    private static int leadingSpaces(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == '　') {
            spaces++;
        }
        return spaces;
    }

    /** Puts a line where the text has come to, on a new page if it and what belongs to it do not fit. */
    private void flow(SetLine line, int together) {
        double step = leading(Paper.BODY_SIZE);
        if (y + (together - 1) * step > Paper.BOTTOM) {
            page = new SetPage();
            pages.add(page);
            y = Paper.TOP;
        }
        put(new SetLine(line.x(), y, line.size(), line.face(), line.text()));
        y += step;
    }

    private void put(SetLine line) {
        (text.isOwn(line.text()) ? page.own() : page.constant()).add(line);
    }

    /** What stands in the margins: marks of folds, pages and a drill. */
    private static void furnish(SetPage page, int number, int pages, boolean drill) {
        page.constant().add(centred(number + " / " + pages, Typeface.REGULAR, Paper.BODY_SIZE, Paper.FOOT));
        if (drill) {
            page.constant().add(flushRight(DRILL, Typeface.BOLD, Paper.TITLE_SIZE, 14));
        }
    }

    private static List<String> wrapped(String content, Typeface face, double size, double indent) {
        double width = Paper.points(Paper.RIGHT - Paper.LEFT) / size - indent;
        return Lines.of(content, face, width, width);
    }

    private static SetLine flushRight(String text, Typeface face, double size, double y) {
        return new SetLine(Paper.RIGHT - Paper.millimetres(face.width(text) * size), y, size, face, text);
    }

    private static SetLine centred(String text, Typeface face, double size, double y) {
        double middle = (Paper.LEFT + Paper.RIGHT) / 2;
        return new SetLine(middle - Paper.millimetres(face.width(text) * size) / 2, y, size, face, text);
    }

    private double leading(double size) {
        return Paper.millimetres(size * leading);
    }
}
