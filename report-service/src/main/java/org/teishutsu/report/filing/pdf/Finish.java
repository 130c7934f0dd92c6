package org.teishutsu.report.filing.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.teishutsu.common.print.SrgbProfile;
import org.teishutsu.common.time.Jst;

/** What is done to a set document before it is saved: dates, metadata, identity, colour profile, attachment. */
final class Finish {
    static final String PRODUCER = "Teishutsu";
    static final String ATTACHMENT = "filing.json";

    private final PDDocument document;
    private final FilingPage page;
    private final Edition edition;

    Finish(PDDocument document, FilingPage page, Edition edition) {
        this.document = document;
        this.page = page;
        this.edition = edition;
    }

    void apply(byte[] json) throws IOException {
        Instant createdAt = edition.createdAt().truncatedTo(ChronoUnit.SECONDS);
        describe(createdAt);
        fixColourProfile();
        if (edition.rendering().jsonAttached()) {
            attach(json, createdAt);
        }
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        document.setDocumentId(identity(json));
    }

    /** Info and XMP must say the same (ISO 19005-3, 6.6.3); the renderer would put the time of printing into both. */
    private void describe(Instant createdAt) throws IOException {
        Calendar date = GregorianCalendar.from(createdAt.atZone(Jst.ZONE));
        PDDocumentInformation info = new PDDocumentInformation();
        info.setTitle(page.title());
        info.setAuthor(page.author());
        info.setSubject(page.description());
        info.setCreator(PRODUCER);
        info.setProducer(PRODUCER);
        info.setCreationDate(date);
        info.setModificationDate(date);
        document.setDocumentInformation(info);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.packet(page, createdAt).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    /** Java writes its own version into the header of a profile that passes through it. */
    private void fixColourProfile() throws IOException {
        for (PDOutputIntent intent : document.getDocumentCatalog().getOutputIntents()) {
            COSStream profile = intent.getDestOutputIntent();
            try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(SrgbProfile.bytes());
            }
        }
    }

    private void attach(byte[] json, Instant createdAt) throws IOException {
        Calendar date = GregorianCalendar.from(createdAt.atZone(Jst.ZONE));
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        file.setCreationDate(date);
        file.setModDate(date);

        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setFileDescription("この報告書の内容（機械可読）");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");

        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHMENT, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** The file identifier would else come from the clock. */
    private long identity(byte[] json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json);
            List<Object> facts = List.of(page, edition);
            digest.update(facts.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
