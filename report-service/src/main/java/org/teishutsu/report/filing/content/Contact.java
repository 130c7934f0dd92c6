package org.teishutsu.report.filing.content;

import org.jspecify.annotations.Nullable;

/** Whom the bureau asks about this filing: 担当部署, 担当者, telephone, e-mail address if there is one. */
public record Contact(
        String department,
        String person,
        String telephone,
        @Nullable String email) {
    public Contact {
        Text.line("department", department);
        Text.line("person", person);
        Text.line("telephone", telephone);
        if (email != null) {
            Text.line("email", email);
        }
    }
}
