package org.teishutsu.demo.input;

/** What is particular about a recipient's e-mail address, if anything. */
enum MailKind {
    PLAIN(0),
    /** Two customers, one address. */
    SHARED(840),
    /** No longer a customer. */
    FORMER(6_180),
    /** Registered after the attack. */
    CHANGED(530),
    /** The receiver refuses it for good. */
    REFUSED(412),
    /** The receiver refuses it at first. */
    BUSY(655),
    /** Of a carrier of before 2009: two dots in a row, or a dot before the at sign. */
    DOTTED(900);

    private final int customers;

    MailKind(int customers) {
        this.customers = customers;
    }

    /** How many of the 112,364 customers of 2016 are of this kind (some of them have no address after all). */
    int customers() {
        return customers;
    }
}
