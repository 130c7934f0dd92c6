package org.teishutsu.report.measure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Goes through a workbook before it is read: finds the merged cells, which the reader does not tell, and refuses what would
 * fill the memory.
 */
final class SheetScan {
    /** Many times what a plan of a thousand measures unpacks to. */
    private static final long LARGEST = 128L << 20;

    private static final int MOST_PARTS = 500;
    private static final int LAST_COLUMN = 16_384;

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final List<String> merged = new ArrayList<>();
    private long unpacked;

    private SheetScan() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The ranges of merged cells, such as {@code A2:A4}.
     *
     * @throws ProblemException UNREADABLE_FILE for what is no workbook, or one that nobody means well with
     */
    static List<String> merged(byte[] workbook) {
        SheetScan scan = new SheetScan();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw unreadable("The file is no workbook (.xlsx)");
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    scan.part(part.getName().toLowerCase(Locale.ROOT), content);
                }
            }
            return scan.merged;
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw unreadable("The workbook is damaged: open it, repair it and save it again");
        }
    }

    private void part(String name, InputStream zip) throws IOException, XMLStreamException {
        InputStream counted = new Counted(zip);
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            counted.transferTo(OutputStream.nullOutputStream());
            return;
        }
        XMLStreamReader events = xml.createXMLStreamReader(counted);
        boolean sheet = name.contains("worksheets/");
        while (events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.DTD) {
                throw unreadable("The workbook has a document type declaration, which no spreadsheet writes");
            }
            if (sheet && event == XMLStreamConstants.START_ELEMENT) {
                element(events);
            }
        }
    }

    private void element(XMLStreamReader events) {
        if (events.getLocalName().equals("mergeCell")) {
            merged.add(events.getAttributeValue(null, "ref"));
        } else if (events.getLocalName().equals("c")) {
            requireColumn(events.getAttributeValue(null, "r"));
        }
    }

    private static void requireColumn(@Nullable String address) {
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

    /** Ends where a small file has become too large. */
    private final class Counted extends FilterInputStream {
        private Counted(InputStream zip) {
            super(zip);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            unpacked += Math.max(n, 0);
            if (unpacked > LARGEST) {
                throw unreadable("The workbook is many times larger unpacked than any plan is");
            }
            return n;
        }
    }
}
