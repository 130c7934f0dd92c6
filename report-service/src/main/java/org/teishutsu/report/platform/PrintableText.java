package org.teishutsu.report.platform;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
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
            return text == null || check(text.toString().replaceAll("\\R", ""), context);
        }
    }

    /** For {@link SingleLine}. */
    public static final class Line implements ConstraintValidator<SingleLine, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || check(text.toString(), context);
        }
    }

    private static boolean check(String text, ConstraintValidatorContext context) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        OptionalInt unprintable = Printable.firstUnprintable(Printable.normalise(text));
        if (unprintable.isPresent()) {
            // Braces and dollars would be read as expressions of a message.
            String name = Printable.nameOf(unprintable.getAsInt()).replaceAll("[{}$\\\\]", "?");
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("no font of a filing can print " + name)
                    .addConstraintViolation();
        }
        return unprintable.isEmpty();
    }
}
