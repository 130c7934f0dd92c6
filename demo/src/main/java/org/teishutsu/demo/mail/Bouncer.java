package org.teishutsu.demo.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What mail systems and people send back for some of the messages that the receiver took: made from the messages alone, and
 * for the same recipient always the same.
 */
public final class Bouncer {

    private static final int OF = 1000;
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    private Bouncer() {}

    /** What comes back. */
    public enum Return {
        UNKNOWN_USER(3),
        MAILBOX_FULL(1),
        /** Not yet: it is no bounce. */
        DELAYED(1),
        /** A holiday notice: it is no bounce either. */
        ABSENT(2),
        /** A mail system that says nothing that anybody understands. */
        STRANGE(1);

        private final int ofThousand;

        Return(int ofThousand) {
            this.ofThousand = ofThousand;
        }
    }

    /** What comes back for a recipient, if anything does. */
    public static Optional<Return> of(String recipient) {
        CRC32 sum = new CRC32();
        sum.update(recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        long left = sum.getValue() % OF;
        for (Return kind : Return.values()) {
            left -= kind.ofThousand;
            if (left < 0) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * The message that comes back.
     *
     * @param returnPath where it goes: what the message was sent from
     * @param header of the message, without the two lines that the receiver put on top
     */
    public static byte[] write(Return kind, String returnPath, String recipient, String header) {
        return switch (kind) {
            case UNKNOWN_USER ->
                report(returnPath, recipient, header, "failed", "5.1.1", "550 5.1.1 unknown user: " + recipient);
            case MAILBOX_FULL -> report(returnPath, recipient, header, "failed", "5.2.2", "552 5.2.2 mailbox full");
            case DELAYED -> report(returnPath, recipient, header, "delayed", "4.4.1", "connection timed out");
            case ABSENT -> absent(returnPath, recipient);
            case STRANGE ->
                ("From: MAILER-DAEMON@strange.example\r\nTo: <" + returnPath + ">\r\nSubject: Code 17\r\n\r\n"
                                + "See the manual.\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** RFC 3464. */
    private static byte[] report(
            String returnPath, String recipient, String header, String action, String status, String words) {
        return String.join(
                        "\r\n",
                        "Return-Path: <>",
                        "From: MAILER-DAEMON@mx.example (Mail Delivery System)",
                        "To: <" + returnPath + ">",
                        "Subject: Undelivered Mail Returned to Sender",
                        "Auto-Submitted: auto-replied",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_report\"",
                        "",
                        "--=_report",
                        "Content-Type: text/plain; charset=us-ascii",
                        "",
                        "This is the mail system at host mx.example. (" + words + ")",
                        "",
                        "--=_report",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example",
                        "",
                        "Final-Recipient: rfc822; " + recipient,
                        "Action: " + action,
                        "Status: " + status,
                        "Diagnostic-Code: smtp; " + words,
                        "",
                        "--=_report",
                        "Content-Type: text/rfc822-headers",
                        "",
                        header,
                        "--=_report--",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] absent(String returnPath, String recipient) {
        String subject =
                "=?ISO-2022-JP?B?" + Base64.getEncoder().encodeToString("自動応答：不在のお知らせ".getBytes(ISO_2022_JP)) + "?=";
        return String.join(
                        "\r\n",
                        "From: <" + recipient + ">",
                        "To: <" + returnPath + ">",
                        "Subject: " + subject,
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=ISO-2022-JP",
                        "",
                        "夏季休暇のため不在にしております。",
                        "")
                .getBytes(ISO_2022_JP);
    }
}
