package org.teishutsu.notify.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The standing texts that are shipped, one a channel and purpose; neutral in the subject, complete in the body. */
final class StandardText {

    static final String NAME = "標準文面";
    static final String CORRECTION_NAME = "訂正の標準文面";
    /** Says nothing of an account or a leak: a subject is read over shoulders. */
    static final String SUBJECT = "【重要】お客様への大切なお知らせ";

    static final String CORRECTION_SUBJECT = "【重要】先日のお知らせの訂正とお詫び";

    private StandardText() {}

    static TemplateRequest template(TemplateChannel channel, TemplatePurpose purpose) {
        boolean correction = purpose == TemplatePurpose.CORRECTION;
        return new TemplateRequest(
                correction ? CORRECTION_NAME : NAME,
                channel,
                purpose,
                Language.JA,
                correction ? CORRECTION_SUBJECT : SUBJECT,
                body((correction ? "correction-" : "standard-") + channel.name().toLowerCase(Locale.ROOT)));
    }

    private static String body(String name) {
        String file = name + ".txt";
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
