package org.teishutsu.notify.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The standing text that is shipped; neutral in its subject, complete in its body. */
final class StandardText {

    static final String NAME = "標準文面";
    /** Says nothing of an account or a leak: a subject is read over shoulders. */
    static final String SUBJECT = "【重要】お客様への大切なお知らせ";

    private StandardText() {}

    static TemplateRequest template() {
        return new TemplateRequest(NAME, TemplateChannel.EMAIL, SUBJECT, body());
    }

    private static String body() {
        try (InputStream text = StandardText.class.getResourceAsStream("standard-email.txt")) {
            if (text == null) {
                throw new IllegalStateException("The standing text is not in the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
