package org.teishutsu.notify.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A wording as it is handed in.
 *
 * @param body Qute text; the placeholders are those of the standing text
 */
record TemplateRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull TemplateChannel channel,
        @NotBlank String subject,
        @NotBlank @Size(max = 20_000) String body) {}
