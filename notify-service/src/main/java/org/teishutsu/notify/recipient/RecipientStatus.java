package org.teishutsu.notify.recipient;

/** What a recipient is to the firm today. */
public enum RecipientStatus {
    CURRENT,
    /** Has left: the e-mail address may be somebody else's by now. */
    FORMER,
    /** Applied, for a seminar or an account, and has no customer number. */
    APPLICANT
}
