package org.teishutsu.notify.recipient;

/** What a recipient is: decides how he is addressed (様 or 御中). */
public enum Party {
    INDIVIDUAL,
    LEGAL_ENTITY
}
