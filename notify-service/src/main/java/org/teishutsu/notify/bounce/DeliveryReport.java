package org.teishutsu.notify.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * The part of a notification that is written for machines (RFC 3464).
 *
 * @param envelopeId what the sender called the transaction
 */
record DeliveryReport(@Nullable String envelopeId, List<RecipientReport> recipients) {

    private static final int MOST_RECIPIENTS = 100;

    DeliveryReport {
        recipients = List.copyOf(recipients);
    }

    /** What the fields say; nothing if there is no recipient of whom anything is said. */
    static Optional<DeliveryReport> read(byte[] fields) {
        try {
            DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(fields));
            List<RecipientReport> recipients = new ArrayList<>();
            // Some leave out the empty line that parts the message's fields from the first recipient's.
            recipient(status.getMessageDSN()).ifPresent(recipients::add);
            for (int i = 0; i < status.getRecipientDSNCount() && recipients.size() < MOST_RECIPIENTS; i++) {
                recipient(status.getRecipientDSN(i)).ifPresent(recipients::add);
            }
            return recipients.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new DeliveryReport(value(status.getMessageDSN(), "Original-Envelope-Id"), recipients));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The same fields where a broken system has put them: into the text, each on a line of its own. */
    static Optional<DeliveryReport> inText(String text) {
        int start = text.indexOf("\nFinal-Recipient:");
        int end = start < 0 ? -1 : text.indexOf("\n\n", start + 1);
        if (start < 0) {
            return Optional.empty();
        }
        String fields = text.substring(start + 1, end < 0 ? text.length() : end + 1);
        return read(fields.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<RecipientReport> recipient(InternetHeaders fields) {
        @Nullable String said = value(fields, "Status");
        @Nullable String diagnostic = value(fields, "Diagnostic-Code");
        @Nullable String status = RecipientReport.statusIn(said).orElse(null);
        if (RecipientReport.isGeneric(status)) {
            status = RecipientReport.statusIn(diagnostic).orElse(status);
        }
        @Nullable String recipient = value(fields, "Final-Recipient");
        @Nullable String original = value(fields, "Original-Recipient");
        @Nullable String action = value(fields, "Action");
        if (recipient == null && original == null && action == null) {
            return Optional.empty();
        }
        String known = status;
        return Action.of(action, status)
                .map(did -> new RecipientReport(address(recipient), address(original), did, known, diagnostic));
    }

    private static @Nullable String address(@Nullable String typed) {
        return typed == null ? null : typed.replaceFirst("^\\s*[A-Za-z0-9-]+\\s*;\\s*", "");
    }

    private static @Nullable String value(InternetHeaders fields, String name) {
        String[] values = fields.getHeader(name);
        return values == null || values.length == 0 || values[0].isBlank()
                ? null
                : MailText.header(values[0]).strip();
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "DeliveryReport" + recipients;
    }
}
