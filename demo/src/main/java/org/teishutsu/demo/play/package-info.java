/**
 * Plays the 2017 case through the public REST API, in the case's own dates. Who says what and when stands in {@code
 * case-2017.json}; enter through {@link org.teishutsu.demo.play.CasePlay}.
 */
@NullMarked
package org.teishutsu.demo.play;

import org.jspecify.annotations.NullMarked;
