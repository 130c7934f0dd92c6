package org.teishutsu.report.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lines of text that can be printed, without other control characters than the line's end: paragraphs of a filing. */
@Constraint(validatedBy = PrintableText.Lines.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {
    String message() default "must not contain control characters other than line ends";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
