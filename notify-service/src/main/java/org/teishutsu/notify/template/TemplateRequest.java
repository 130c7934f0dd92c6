package org.teishutsu.notify.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A wording as it is handed in.
 *
 * @param language of the text; Japanese if it is not named
 * @param body Qute text; the placeholders are those of the standing text
 */
record TemplateRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull TemplateChannel channel,
        @Nullable Language language,
        @NotBlank String subject,
        @NotBlank @Size(max = 20_000) String body) {

    Language written() {
        return language == null ? Language.JA : language;
    }
}
