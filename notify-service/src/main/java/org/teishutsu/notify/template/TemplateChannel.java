package org.teishutsu.notify.template;

/** What a template is written for. */
public enum TemplateChannel {
    EMAIL,
    LETTER
}
