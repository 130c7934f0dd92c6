package org.teishutsu.notify.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message, however broken, and never throws: what cannot be read is left out and said to be. It does not look
 * into a message that is returned or forwarded inside, beyond its header: a notification there is about somebody
 * else's mail.
 */
final class MailReader {

    /** Text beyond this tells neither a rule nor a person more. */
    static final int MOST_TEXT = 64 * 1024;

    private static final int MOST_HEADER = 64 * 1024;
    private static final int MOST_FIELDS = 256 * 1024;
    private static final int DEEPEST = 10;

    /** Every part costs the library memory, and a line of a few bytes can begin one. */
    private static final int MOST_BOUNDARIES = 1000;

    private static final Session SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private @Nullable DeliveryReport report;
    private List<Header> returned = List.of();
    private boolean readable = true;

    private MailReader() {}

    static ReceivedMail read(RawMessage raw) {
        MailReader reader = new MailReader();
        List<Header> headers = reader.readAll(raw);
        return new ReceivedMail(
                headers,
                MailText.lines(reader.text.toString()),
                reader.report,
                reader.returned,
                reader.readable && raw.isWhole());
    }

    private List<Header> readAll(RawMessage raw) {
        byte[] bytes = raw.bytes();
        boolean parsed = raw.isWhole() && headerEnd(bytes) <= MOST_HEADER && boundaries(bytes) <= MOST_BOUNDARIES;
        if (!parsed) {
            readable = false;
        }
        try {
            InputStream in = new SharedByteArrayInputStream(parsed ? bytes : raw.head(MOST_HEADER));
            MimeMessage message = new MimeMessage(SESSION, in);
            List<Header> headers = headers(message);
            if (parsed) {
                walk(message, 0);
            } else {
                append(MailText.decode(raw.head(MOST_HEADER), null));
            }
            return headers;
        } catch (MessagingException | RuntimeException broken) {
            readable = false;
            append(MailText.decode(raw.head(MOST_HEADER), null));
            return List.of();
        }
    }

    private static List<Header> headers(MimeMessage message) throws MessagingException {
        InternetHeaders all = new InternetHeaders();
        message.getAllHeaders()
                .asIterator()
                .forEachRemaining(header -> all.addHeader(header.getName(), header.getValue()));
        return Header.of(all);
    }

    /** Where the empty line is that ends the header. */
    private static int headerEnd(byte[] bytes) {
        boolean lineIsEmpty = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (lineIsEmpty) {
                    return i;
                }
                lineIsEmpty = true;
            } else if (bytes[i] != '\r') {
                lineIsEmpty = false;
            }
        }
        return bytes.length;
    }

    private static int boundaries(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            boolean beginsLine = i == 0 || bytes[i - 1] == '\n' || bytes[i - 1] == '\r';
            if (beginsLine && bytes[i] == '-' && bytes[i + 1] == '-') {
                lines++;
            }
        }
        return lines;
    }

    private void walk(MimePart part, int depth) {
        try {
            String type = type(part);
            if (depth > DEEPEST) {
                readable = false;
            } else if (type.startsWith("multipart/")) {
                parts(part, depth);
            } else {
                leaf(part, type);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            readable = false;
        }
    }

    private void parts(MimePart part, int depth) throws MessagingException {
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
        int count;
        try {
            count = parts.getCount();
        } catch (MessagingException notParted) {
            // It says that it has parts and does not say how they are told apart.
            readable = false;
            append(text(part));
            return;
        }
        for (int i = 0; i < count; i++) {
            BodyPart next = parts.getBodyPart(i);
            if (next instanceof MimePart mime) {
                walk(mime, depth + 1);
            }
        }
    }

    private void leaf(MimePart part, String type) throws MessagingException, IOException {
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" -> {
                if (report == null) {
                    report = DeliveryReport.read(content(part, MOST_FIELDS)).orElse(null);
                }
            }
            case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers" -> {
                if (returned.isEmpty()) {
                    returned = Header.of(new InternetHeaders(new ByteArrayInputStream(content(part, MOST_HEADER))));
                }
            }
            case "text/html" -> append(MailText.ofHtml(text(part)));
            default -> {
                if (type.startsWith("text/")) {
                    append(text(part));
                }
            }
        }
    }

    private String text(MimePart part) throws MessagingException {
        return MailText.decode(content(part, MOST_TEXT), charset(part));
    }

    /** As much as can be decoded: a broken encoding leaves what came before the break. */
    private byte[] content(MimePart part, int most) throws MessagingException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = stream(part)) {
            byte[] buffer = new byte[8192];
            int read = in.read(buffer);
            while (read >= 0 && content.size() < most) {
                content.write(buffer, 0, Math.min(read, most - content.size()));
                read = in.read(buffer);
            }
        } catch (IOException broken) {
            readable = false;
        }
        return content.toByteArray();
    }

    private static InputStream stream(MimePart part) throws MessagingException, IOException {
        try {
            return new MimePartDataSource(part).getInputStream();
        } catch (IOException unknownEncoding) {
            return part instanceof MimeMessage message
                    ? message.getRawInputStream()
                    : ((jakarta.mail.internet.MimeBodyPart) part).getRawInputStream();
        }
    }

    private void append(String more) {
        int room = MOST_TEXT - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        if (!more.endsWith("\n") && text.length() < MOST_TEXT) {
            text.append('\n');
        }
    }

    private static String type(MimePart part) throws MessagingException {
        String[] fields = part.getHeader("Content-Type");
        if (fields == null || fields.length == 0) {
            return "text/plain";
        }
        return fields[0].replaceFirst("(?s)[;,].*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String charset(MimePart part) {
        try {
            return new ContentType(part.getContentType()).getParameter("charset");
        } catch (MessagingException | RuntimeException unreadable) {
            return null;
        }
    }
}
