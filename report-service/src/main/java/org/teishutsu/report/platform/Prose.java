package org.teishutsu.report.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lines of text without other control characters than the line's end: what a filing prints as paragraphs. */
@Pattern(regexp = "[\\P{Cc}\\r\\n]*") @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {
    String message() default "must not contain control characters other than line ends";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
