/**
 * Asks notify-service for counts; nothing else crosses, and never personal data. Enter at {@link
 * org.teishutsu.report.notify.FiguresSource}.
 */
@NullMarked
package org.teishutsu.report.notify;

import org.jspecify.annotations.NullMarked;
