package org.teishutsu.notify.bounce;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes of mail as text, whatever their sender says or fails to say of them. Never throws: better a wrong character than none. */
final class MailText {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    /** With the characters of Windows, which mails called ISO-2022-JP hold. */
    private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");

    private static final byte ESCAPE = 0x1b;

    /** RFC 5322, 2.1.1; patterns are tried line by line, so no line may be so long that they take their time. */
    private static final int LONGEST_LINE = 998;

    private static final Pattern LONG = Pattern.compile("([^\\n]{" + LONGEST_LINE + "})(?=[^\\n])");
    private static final Pattern TAG =
            Pattern.compile("<(?:br|/p|/div|/tr|/li|/h[1-6])[^<>]{0,200}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_TAG = Pattern.compile("<[/!a-zA-Z][^<>]{0,2000}>");

    private MailText() {}

    /** With lines that end in a line feed and none longer than mail allows. */
    static String lines(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return LONG.matcher(lines).replaceAll("$1\n");
    }

    static String decode(byte[] bytes, @Nullable String charset) {
        Charset named = named(charset);
        if (named != null && !named.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, named);
        }
        return guess(bytes);
    }

    private static @Nullable Charset named(@Nullable String charset) {
        if (charset == null) {
            return null;
        }
        try {
            Charset named = Charset.forName(MimeUtility.javaCharset(charset.strip()));
            return switch (named.name()) {
                case "ISO-2022-JP" -> ISO_2022_JP;
                case "Shift_JIS" -> WINDOWS_31J;
                default -> named;
            };
        } catch (IllegalArgumentException noSuchCharset) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        for (byte b : bytes) {
            if (b == ESCAPE) {
                return new String(bytes, ISO_2022_JP);
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS_31J)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException another) {
                // The next, then.
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The value of a header, which the library hands over byte by byte; encoded words decoded. */
    static String header(String raw) {
        String text = decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(text)).replaceAll("[\\r\\n]+", " ");
        } catch (UnsupportedEncodingException unknown) {
            return text.replaceAll("[\\r\\n]+", " ");
        }
    }

    /** What an HTML part says, roughly: for rules and for a person's eye, never shown as HTML. */
    static String ofHtml(String html) {
        String broken = TAG.matcher(html).replaceAll("\n");
        return ANY_TAG.matcher(broken)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
