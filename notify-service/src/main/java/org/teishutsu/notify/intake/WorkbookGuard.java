package org.teishutsu.notify.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Goes through a workbook before it is read and refuses what would fill the memory or the day: the reader itself keeps
 * all shared strings, every cell and as many columns as a cell's address claims. Unpacks and parses with the reader's
 * own libraries, so that both see the same file. The limits are several times what a full sheet of people needs; how
 * they were found is in docs/decisions/0023.
 */
final class WorkbookGuard {

    static final int MOST_PARTS = 2_000;
    static final long LARGEST_TOTAL = 1L << 30;
    static final long LARGEST_RATIO = 100;
    static final long LARGEST_SHARED_STRINGS = 96L << 20;
    static final int MOST_SHARED_STRINGS = 2_000_000;
    /** A cell has 32,767 characters at most, each at most eight bytes as XML. */
    static final long LARGEST_CELL = 1 << 20;
    /** XFD. */
    private static final int LAST_COLUMN = 16_384;
    /** A small file may be any number of times larger unpacked. */
    private static final long ALWAYS_ALLOWED = 16L << 20;

    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    private final XMLInputFactory xml = new InputFactoryImpl();
    private final long largestTotal;
    private long total;
    private int strings;
    private boolean styled;

    private WorkbookGuard(long packed) {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        largestTotal = Math.min(LARGEST_TOTAL, ALWAYS_ALLOWED + LARGEST_RATIO * packed);
    }

    /**
     * Whether it has a part of styles, without which the reader cannot be asked for formats.
     *
     * @throws ProblemException UNREADABLE_FILE if it is not a workbook, or one that nobody means well with
     */
    static boolean check(byte[] workbook) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            WorkbookGuard guard = new WorkbookGuard(workbook.length);
            guard.check(zip);
            return guard.styled;
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            throw unreadable("The file is no workbook that can be read: it is damaged, or a ZIP of something else");
        }
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw unreadable("The workbook has more than " + MOST_PARTS + " parts");
        }
        if (parts.stream().noneMatch(part -> part.getName().equals("[Content_Types].xml"))) {
            throw unreadable("The file is a ZIP, but no workbook: send the list itself");
        }
        for (ZipArchiveEntry part : parts) {
            if (part.getMethod() != ZipArchiveEntry.STORED && part.getMethod() != ZipArchiveEntry.DEFLATED) {
                throw unreadable("The workbook is packed in a way that no spreadsheet packs: save it again");
            }
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                try (Part content = new Part(zip.getInputStream(part))) {
                    check(content);
                }
            }
        }
    }

    private void check(Part part) throws XMLStreamException, IOException {
        XMLStreamReader events = xml.createXMLStreamReader(part);
        try {
            boolean inCell = false;
            while (events.hasNext()) {
                int event = events.next();
                if (event == XMLStreamConstants.DTD) {
                    throw unreadable("The workbook has a document type declaration, which no spreadsheet writes");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = events.getLocalName();
                    if (name.equals("si")) {
                        inCell = true;
                        countString(part);
                    } else if (name.equals("c")) {
                        inCell = true;
                        checkColumn(events.getAttributeValue(null, "r"));
                    } else if (name.equals("Override")) {
                        styled |= STYLES.equals(events.getAttributeValue(null, "ContentType"));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    String name = events.getLocalName();
                    inCell &= !name.equals("si") && !name.equals("c");
                }
                if (!inCell) {
                    part.sinceCell = 0;
                }
            }
        } finally {
            events.close();
        }
    }

    private void countString(Part part) {
        strings++;
        if (strings > MOST_SHARED_STRINGS || part.read > LARGEST_SHARED_STRINGS) {
            throw unreadable("The workbook has more texts than a list can have: send it as CSV UTF-8");
        }
        part.sinceCell = 0;
    }

    private static void checkColumn(String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = 26 * column + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (column > LAST_COLUMN || column < 0) {
                throw unreadable("The workbook has a cell where no spreadsheet has a column");
            }
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.UNREADABLE_FILE, detail);
    }

    /** A part as it is unpacked, which ends where a limit does. */
    private final class Part extends FilterInputStream {

        private long read;
        private long sinceCell;

        Part(InputStream unpacked) {
            super(unpacked);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                read += count;
                sinceCell += count;
                total += count;
                if (total > largestTotal) {
                    throw unreadable(
                            "The workbook is many times larger unpacked than any list is: send it as CSV UTF-8");
                }
                if (sinceCell > LARGEST_CELL) {
                    throw unreadable("The workbook has a cell larger than a spreadsheet can show");
                }
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
