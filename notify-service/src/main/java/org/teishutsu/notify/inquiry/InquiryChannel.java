package org.teishutsu.notify.inquiry;

/** How a caller came to us. */
enum InquiryChannel {
    TELEPHONE,
    EMAIL,
    LETTER,
    WEB,
    VISIT
}
