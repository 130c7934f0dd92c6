package org.teishutsu.notify.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The standing texts that are shipped, one a channel; neutral in the subject, complete in the body. */
final class StandardText {

    static final String NAME = "標準文面";
    /** Says nothing of an account or a leak: a subject is read over shoulders. */
    static final String SUBJECT = "【重要】お客様への大切なお知らせ";

    private StandardText() {}

    static TemplateRequest template(TemplateChannel channel) {
        return new TemplateRequest(NAME, channel, Language.JA, SUBJECT, body(channel));
    }

    private static String body(TemplateChannel channel) {
        String file = "standard-" + channel.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream text = StandardText.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("The standing text is not in the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
