package org.teishutsu.demo.verify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message as the receiver got it.
 *
 * @param to the envelope's recipient, without the quotes of an old carrier address
 * @param sameInHeader whether the header names the same recipient
 */
record ReceivedMessage(String to, boolean sameInHeader, String messageId, String subject, String body) {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=", Pattern.CASE_INSENSITIVE);

    static ReceivedMessage read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(SESSION, in);
            String to = unquoted(header(message, "Delivered-To"));
            String rawSubject = header(message, "Subject");
            checkWords(rawSubject);
            ContentType type = new ContentType(message.getContentType());
            if (!type.match("text/plain") || !"UTF-8".equalsIgnoreCase(type.getParameter("charset"))) {
                throw new IOException("not plain text in UTF-8: " + type);
            }
            return new ReceivedMessage(
                    to,
                    unquoted(header(message, "To")).contains(to),
                    header(message, "Message-ID"),
                    MimeUtility.decodeText(MimeUtility.unfold(rawSubject)),
                    strict(message.getInputStream().readAllBytes()).replace("\r\n", "\n"));
        } catch (MessagingException e) {
            throw new IOException("not a message: " + file.getFileName(), e);
        }
    }

    /**
     * What the message says leaked: labels without their remark, by the incident's title; null if a label has no title
     * or stands twice.
     *
     * @param labels all there are; some have brackets of their own
     */
    @Nullable SortedMap<String, SortedSet<String>> leaked(Collection<String> labels) {
        SortedMap<String, SortedSet<String>> leaked = new TreeMap<>();
        SortedSet<String> current = null;
        for (String line : body.split("\n", -1)) {
            if (line.startsWith("■")) {
                current = leaked.computeIfAbsent(line.substring(1).strip(), any -> new TreeSet<>());
            } else if (line.startsWith("・")) {
                if (current == null || !current.add(label(line.substring(1).strip(), labels))) {
                    return null;
                }
            }
        }
        return leaked;
    }

    private static String label(String text, Collection<String> labels) {
        return labels.stream()
                .filter(label -> text.equals(label) || text.startsWith(label + "（"))
                .max(Comparator.comparingInt(String::length))
                .orElse(text);
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Objects.requireNonNullElse(message.getHeader(name, null), "");
    }

    private static String unquoted(String address) {
        return address.replace("\"", "");
    }

    /** A word that ends inside a character cannot be read by some programs. */
    private static void checkWords(String subject) throws CharacterCodingException {
        Matcher word = WORD.matcher(subject);
        while (word.find()) {
            strict(Base64.getDecoder().decode(word.group(1)));
        }
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @Override
    public String toString() {
        return "ReceivedMessage[" + messageId + "]";
    }
}
