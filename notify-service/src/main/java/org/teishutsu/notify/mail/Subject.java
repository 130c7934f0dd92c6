package org.teishutsu.notify.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a subject as RFC 2047 asks: words of at most 75 characters, no character split between two of them. */
final class Subject {

    /** 75 less {@code =?UTF-8?B?} and {@code ?=} leaves 63, whole groups of four make 60: 45 bytes. */
    private static final int BYTES_A_WORD = 45;
    /** The first line also carries {@code Subject: } and stays within 76. */
    private static final int BYTES_FIRST_WORD = 39;

    private Subject() {}

    /** The header's value, folded; throws if the text could end the header. */
    static String encode(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line without control characters");
        }
        if (isPlain(text)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int room = encoded.isEmpty() ? BYTES_FIRST_WORD : BYTES_A_WORD;
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > room) {
                append(encoded, word);
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
        }
        append(encoded, word);
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, StringBuilder word) {
        encoded.append(encoded.isEmpty() ? "" : "\r\n ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
    }

    private static boolean isPlain(String text) {
        return text.length() < 66 && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) && !text.contains("=?");
    }
}
