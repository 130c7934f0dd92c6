package org.teishutsu.notify.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message whose bytes are ready, and which the mail library only passes on. */
final class EncodedMail extends SMTPMessage {

    private final byte[] bytes;

    EncodedMail(Session session, byte[] bytes, String returnPath) {
        super(session);
        this.bytes = bytes;
        setEnvelopeFrom(returnPath);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(bytes);
    }
}
