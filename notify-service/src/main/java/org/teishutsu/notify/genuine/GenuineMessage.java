package org.teishutsu.notify.genuine;

import java.time.LocalDate;

/**
 * A message as the page shows it; nothing of whom it went to.
 *
 * @param sentOn the day in Japan
 */
record GenuineMessage(LocalDate sentOn, String subject) {}
