package org.teishutsu.report.filing;

import java.util.Objects;
import org.teishutsu.report.filing.content.Figure;

/**
 * A figure as a text or a cell shows it: its number, the last report's, or the difference. In a draft's prose it stands
 * as a token such as <code>{union.recipients}</code>, so that the words around it can be edited and the number cannot.
 */
record Shown(Figure figure, Aspect aspect, String prefix) {
    static final String NOTHING = "－";

    Shown(Figure figure, Aspect aspect) {
        this(figure, aspect, "");
    }

    /** Which of the three numbers. */
    enum Aspect {
        NOW(""),
        BEFORE(":before"),
        DIFFERENCE(":difference");

        private final String suffix;

        Aspect(String suffix) {
            this.suffix = suffix;
        }

        static Aspect of(String suffix) {
            for (Aspect aspect : values()) {
                if (aspect.suffix.equals(suffix)) {
                    return aspect;
                }
            }
            throw new IllegalArgumentException("no number of a figure: " + suffix);
        }
    }

    /** As something other than an exact count. */
    Shown prefixed(String before) {
        return new Shown(figure, aspect, before);
    }

    static Shown now(Figure figure) {
        return new Shown(figure, Aspect.NOW);
    }

    String printed() {
        String unit = figure.unit().label();
        return switch (aspect) {
            case NOW -> figure.value() == null ? Wording.UNAVAILABLE : prefix + Wording.number(figure.value()) + unit;
            case BEFORE -> figure.before() == null ? NOTHING : Wording.number(figure.before()) + unit;
            case DIFFERENCE ->
                figure.difference() == null
                        ? NOTHING
                        : Wording.difference(Objects.requireNonNull(figure.difference())) + unit;
        };
    }

    /** The token that stands for it in prose. */
    @Override
    public String toString() {
        return "{" + figure.key() + aspect.suffix + "}";
    }
}
