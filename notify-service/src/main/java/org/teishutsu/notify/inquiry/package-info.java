/**
 * What callers ask and report, and the number by which they name themselves. Enter at {@link org.teishutsu.notify.inquiry.InquiryNumber}.
 */
@NullMarked
package org.teishutsu.notify.inquiry;

import org.jspecify.annotations.NullMarked;
