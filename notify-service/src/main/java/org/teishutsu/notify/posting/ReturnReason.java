package org.teishutsu.notify.posting;

import java.util.Optional;
import java.util.stream.Stream;

/** Why the post brought a letter back, as it writes on the envelope. */
public enum ReturnReason {
    MOVED_AWAY("転居先不明"),
    NO_SUCH_ADDRESSEE("あて所なし"),
    NOT_COLLECTED("保管期間経過"),
    REFUSED("受取拒否");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    /** What lists print. */
    public String label() {
        return label;
    }

    /** By its code or its label; the post's stamp says あて所に尋ねあたりません. */
    static Optional<ReturnReason> parse(String written) {
        if (written.startsWith("あて所に尋ね") || written.startsWith("宛所に尋ね") || written.equals("宛所なし")) {
            return Optional.of(NO_SUCH_ADDRESSEE);
        }
        return Stream.of(values())
                .filter(reason -> reason.label.equals(written) || reason.name().equalsIgnoreCase(written))
                .findFirst();
    }
}
