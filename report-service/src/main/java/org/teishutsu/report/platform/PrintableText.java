package org.teishutsu.report.platform;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.font.Printable;

/** What text must be to be printed; told where it is entered, since at release nobody could mend it. */
final class PrintableText {
    private PrintableText() {}

    /** For {@link Prose}. */
    public static final class Lines implements ConstraintValidator<Prose, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || check(text.toString(), true, context);
        }
    }

    /** For {@link SingleLine}. */
    public static final class Line implements ConstraintValidator<SingleLine, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || check(text.toString(), false, context);
        }
    }

    private static boolean check(String text, boolean lineEnds, ConstraintValidatorContext context) {
        if ((lineEnds ? text.replaceAll("\\R", "") : text).chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = Printable.normalise(lines.get(i));
            OptionalInt unprintable = Printable.firstUnprintable(line);
            if (unprintable.isPresent()) {
                int position = line.codePointCount(0, line.indexOf(unprintable.getAsInt())) + 1;
                // Braces and dollars would be read as expressions of a message.
                String name = Printable.nameOf(unprintable.getAsInt()).replaceAll("[{}$\\\\]", "?");
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("no font of a filing can print %s (line %d, character %d)"
                                .formatted(name, i + 1, position))
                        .addConstraintViolation();
                return false;
            }
        }
        return true;
    }
}
