package org.teishutsu.notify.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a message once: encoding them anew inside the mail library is what makes it slow (UTF-8 in
 * base64; quoted-printable would double the size of Japanese text).
 */
final class MailWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, CRLF);

    private final String from;
    private final String domain;
    private final MailNames names;
    private final @Nullable DkimSigner signer;
    private volatile @Nullable EncodedSubject lastSubject;

    MailWriter(EmailAddress from, String domain, MailNames names, @Nullable DkimSigner signer) {
        this.signer = signer;
        this.from = from.wire();
        this.domain = domain;
        this.names = names;
    }

    byte[] write(OutgoingMail mail) {
        String headers = headers(mail);
        byte[] body = body(mail);
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        if (signer != null) {
            out.writeBytes(signer.sign(headers, body).getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(headers.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(CRLF);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] body(OutgoingMail mail) {
        byte[] encoded = BASE64.encode(canonical(mail.body().getBytes(StandardCharsets.UTF_8)));
        byte[] body = Arrays.copyOf(encoded, encoded.length + CRLF.length);
        System.arraycopy(CRLF, 0, body, encoded.length, CRLF.length);
        return body;
    }

    /** Text in base64 keeps the line ends of mail inside (RFC 2045, 6.8). */
    private static byte[] canonical(byte[] text) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(text.length + text.length / 16);
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                int end = i > start && text[i - 1] == '\r' ? i - 1 : i;
                lines.write(text, start, end - start);
                lines.writeBytes(CRLF);
                start = i + 1;
            }
        }
        lines.write(text, start, text.length - start);
        return lines.toByteArray();
    }

    private String headers(OutgoingMail mail) {
        return "Date: " + DATE.format(mail.date()) + "\r\n"
                + "From: <" + from + ">\r\n"
                + "To: <" + mail.to().wire() + ">\r\n"
                + "Message-ID: " + messageId(mail.id()) + "\r\n"
                + "Subject: " + subject(mail.subject()) + "\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Language: ja\r\n"
                // RFC 3834: nobody's holiday notice is to answer it.
                + "Auto-Submitted: auto-generated\r\n";
    }

    /** A campaign has one subject. */
    private String subject(String text) {
        EncodedSubject known = lastSubject;
        if (known == null || !known.text().equals(text)) {
            known = new EncodedSubject(text, Subject.encode(text));
            lastSubject = known;
        }
        return known.encoded();
    }

    private record EncodedSubject(String text, String encoded) {}

    String messageId(UUID id) {
        return "<" + names.of(id) + "@" + domain + ">";
    }

    /** VERP: what comes back names the delivery, not the address. */
    String returnPath(UUID id) {
        return "bounce+" + names.of(id) + "@" + domain;
    }
}
