package org.teishutsu.notify.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * A file of letters, PDF/A-2u: every page of a text is drawn once and stands on the pages of all letters that say the same;
 * a letter adds its address, its inquiry number and its place in the file. The same letters give the same bytes.
 *
 * <p>One file is made at a time in a JVM, for the parsed fonts are shared: who begins one waits for the other to be closed,
 * in the same thread.
 */
public final class LetterFile implements AutoCloseable {
    private static final ReentrantLock PRESS = new ReentrantLock(true);
    private static final byte[] FOLD_MARKS = foldMarks();

    private final Head head;
    private final PDDocument document = new PDDocument();
    private final COSDictionary fonts = new COSDictionary();
    private final PDResources onTexts = resources();
    private final PDResources onPages = resources();
    private final Ink ink = new Ink(document, fonts);
    private final Map<LetterText, Sheets> texts = new HashMap<>();
    private int forms;

    /**
     * What a file is made with.
     *
     * @param id of the file: the same file has the same
     * @param madeAt stands in the file as its date
     * @param drill whether every page is marked 訓練
     */
    public record Head(UUID id, Instant madeAt, boolean drill, AddressPlace place) {}

    /** The pages of a text: what is drawn already, and the lines each letter adds. */
    private record Sheets(List<COSName> forms, List<SetText.SetPage> pages) {}

    private LetterFile(Head head) {
        this.head = head;
        document.setDocumentId(head.id().getMostSignificantBits());
        var pages = document.getDocumentCatalog().getPages().getCOSObject();
        pages.setItem(COSName.MEDIA_BOX, PDRectangle.A4.getCOSArray());
    }

    /** Begins a file; waits while another is being made. */
    public static LetterFile begin(Head head) {
        PRESS.lock();
        try {
            return new LetterFile(head);
        } catch (RuntimeException | Error e) {
            PRESS.unlock();
            throw e;
        }
    }

    /**
     * Adds a letter, or nothing of it.
     *
     * @return its number of pages
     * @throws UnprintableLetterException if a character of it is in no font, or its address does not fit into the window
     */
    public int add(Letter letter) {
        try {
            List<SetLine> address = SetAddress.of(letter, head.place());
            Press.checked("お問い合わせ番号", letter.inquiryNumber());
            Sheets sheets = sheets(letter.text());
            for (int i = 0; i < sheets.forms().size(); i++) {
                List<SetLine> own = new ArrayList<>(i == 0 ? address : List.of(reference(letter)));
                sheets.pages().get(i).own().forEach(line -> own.add(filledIn(line, letter)));
                own.add(mark(letter, i, sheets.forms().size()));
                page(sheets.forms().get(i), own);
            }
            return sheets.forms().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file; nothing can be added afterwards. */
    public void write(OutputStream out) throws IOException {
        ink.embed();
        Description.of(head).writeInto(document);
        document.save(out);
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PRESS.unlock();
        }
    }

    /** Of a text, and of a page that shows one: the same fonts. */
    private PDResources resources() {
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        return resources;
    }

    private Sheets sheets(LetterText text) throws IOException {
        Sheets known = texts.get(text);
        if (known == null) {
            List<SetText.SetPage> pages = SetText.of(text, head.drill());
            List<COSName> drawn = new ArrayList<>();
            for (SetText.SetPage page : pages) {
                drawn.add(form(page, drawn.isEmpty()));
            }
            known = new Sheets(drawn, pages);
            texts.put(text, known);
        }
        return known;
    }

    private COSName form(SetText.SetPage page, boolean first) throws IOException {
        PDFormXObject form = new PDFormXObject(new PDStream(document));
        form.setBBox(PDRectangle.A4);
        form.setResources(onTexts);
        byte[] text = ink.draw(page.constant());
        Ink.write(form.getCOSObject(), first ? Ink.joined(FOLD_MARKS, text) : text);
        COSName name = COSName.getPDFName("T" + ++forms);
        onPages.put(name, form);
        return name;
    }

    private void page(COSName form, List<SetLine> own) throws IOException {
        PDPage page = new PDPage();
        page.getCOSObject().removeItem(COSName.MEDIA_BOX);
        page.setResources(onPages);
        COSStream content = document.getDocument().createCOSStream();
        Ink.write(
                content,
                Ink.joined(("/" + form.getName() + " Do\n").getBytes(StandardCharsets.US_ASCII), ink.draw(own)));
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        document.addPage(page);
    }

    private SetLine filledIn(SetLine line, Letter letter) {
        String addressed = Press.checked("氏名", letter.name()) + "　" + letter.honorific();
        String text = line.text()
                .replace(LetterText.ADDRESSED, addressed)
                .replace(LetterText.INQUIRY_NUMBER, letter.inquiryNumber());
        double width = Paper.points(Paper.RIGHT - line.x());
        double size = Math.min(line.size(), width / line.face().width(text));
        return new SetLine(line.x(), line.y(), size, line.face(), text);
    }

    /** By which a page that was left alone finds its letter. */
    private static SetLine reference(Letter letter) {
        String text = "お問い合わせ番号　" + letter.inquiryNumber();
        return new SetLine(Paper.LEFT, 18, Paper.SMALL_SIZE, Typeface.REGULAR, text);
    }

    /** For whoever puts the sheets into envelopes. */
    private static SetLine mark(Letter letter, int page, int pages) {
        String text = "%06d - %d/%d".formatted(letter.sequence(), page + 1, pages);
        return new SetLine(10, Paper.FOOT + 4, Paper.SMALL_SIZE, Typeface.REGULAR, text);
    }

    private static byte[] foldMarks() {
        StringBuilder marks = new StringBuilder("0.5 w\n");
        for (double fold : List.of(Paper.FOLD, 2 * Paper.FOLD)) {
            String y = "%.2f".formatted(Paper.points(Paper.HEIGHT - fold));
            marks.append("%.2f %s m %.2f %s l S\n".formatted(Paper.points(4), y, Paper.points(8), y));
        }
        return marks.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
