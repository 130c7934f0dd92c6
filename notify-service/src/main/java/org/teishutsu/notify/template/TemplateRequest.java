package org.teishutsu.notify.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A wording as it is handed in.
 *
 * @param purpose what it is for; a notice if nothing is said
 * @param language of the text; Japanese if it is not named
 * @param body Qute text; the placeholders are those of the standing text of its purpose
 */
record TemplateRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull TemplateChannel channel,
        @Nullable TemplatePurpose purpose,
        @Nullable Language language,
        @NotBlank String subject,
        @NotBlank @Size(max = 20_000) String body) {

    TemplatePurpose meant() {
        return purpose == null ? TemplatePurpose.NOTICE : purpose;
    }

    Language written() {
        return language == null ? Language.JA : language;
    }
}
