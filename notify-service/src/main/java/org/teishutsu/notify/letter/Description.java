package org.teishutsu.notify.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.teishutsu.common.print.SrgbProfile;
import org.teishutsu.common.print.Xml;
import org.teishutsu.common.time.Jst;

/** What a file says of itself: PDF/A-2u, its date, the colours its black is meant in (ISO 19005-2, 6.2 and 6.6). */
record Description(String title, Instant at) {
    private static final String PRODUCER = "Teishutsu";

    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>2</pdfaid:part>
               <pdfaid:conformance>U</pdfaid:conformance>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
               <xmp:CreateDate>%2$s</xmp:CreateDate>
               <xmp:ModifyDate>%2$s</xmp:ModifyDate>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
               <pdf:Producer>%3$s</pdf:Producer>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    static Description of(LetterFile.Head head) {
        return new Description("書面 " + head.id(), head.madeAt().truncatedTo(ChronoUnit.SECONDS));
    }

    void writeInto(PDDocument document) throws IOException {
        Calendar date = GregorianCalendar.from(at.atZone(Jst.ZONE));
        PDDocumentInformation info = new PDDocumentInformation();
        info.setTitle(title);
        info.setProducer(PRODUCER);
        info.setCreationDate(date);
        info.setModificationDate(date);
        document.setDocumentInformation(info);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage("ja");
        document.getDocumentCatalog().getCOSObject().setItem(COSName.OUTPUT_INTENTS, intents(document));
    }

    private String packet() {
        String date = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(Jst.ZONE).toOffsetDateTime());
        return PACKET.formatted(Xml.escape(title), date, PRODUCER);
    }

    /** Written by hand: PDFBox would pass the profile through Java's colour library, which rewrites its header. */
    private static COSArray intents(PDDocument document) throws IOException {
        COSStream profile = document.getDocument().createCOSStream();
        profile.setInt(COSName.N, 3);
        try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(SrgbProfile.bytes());
        }
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB IEC61966-2.1");
        intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        COSArray intents = new COSArray();
        intents.add(intent);
        return intents;
    }
}
