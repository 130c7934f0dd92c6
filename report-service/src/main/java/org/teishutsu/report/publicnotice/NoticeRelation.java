package org.teishutsu.report.publicnotice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * How a notice stands to an earlier one; one notice can be both.
 *
 * @param notice the earlier one
 */
@Embeddable
public record NoticeRelation(
        @NotNull @Column(name = "earlier") UUID notice,
        @NotNull @Enumerated(EnumType.STRING) Kind kind) {

    /** What the later notice does to the earlier. */
    public enum Kind {
        REPLACES("差替え版"),
        ADDS_TO("追加情報");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What documents print. */
        public String label() {
            return label;
        }
    }
}
