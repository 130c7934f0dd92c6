package org.teishutsu.notify.template;

/** What a template is written for. */
public enum TemplatePurpose {
    /** Tells somebody what of his leaked. */
    NOTICE,
    /** Puts right what somebody was told before. */
    CORRECTION
}
