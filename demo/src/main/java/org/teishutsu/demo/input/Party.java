package org.teishutsu.demo.input;

/** Who is told: a person or a firm. */
enum Party {
    INDIVIDUAL,
    LEGAL_ENTITY
}
