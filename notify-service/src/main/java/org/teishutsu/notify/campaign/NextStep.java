package org.teishutsu.notify.campaign;

import org.teishutsu.common.figures.NotToldReason;

/** What somebody has to do for a recipient who has not been told yet. */
enum NextStep {
    /** The suite plans and sends by itself. */
    WAIT("送信の完了待ち"),
    POST_LETTER("書面の印刷・発送"),
    RESOLVE("送信記録との照合"),
    /** The letter names the character that no font prints; a change of contact data writes it otherwise. */
    REWRITE("印字できない文字の訂正"),
    CALL("架電"),
    /** Nothing can be corrected before a wording of corrections is approved. */
    APPROVE_WORDING("訂正の文面の承認"),
    /** Nothing is left to be tried with what is known of him. */
    FIND_CONTACT("連絡先の調査、又は代替措置・終了の提案");

    private final String label;

    NextStep(String label) {
        this.label = label;
    }

    /** What lists print. */
    String label() {
        return label;
    }

    /** @param worded whether a wording of corrections is approved */
    NextStep whenCorrecting(boolean worded) {
        return this == WAIT && !worded ? APPROVE_WORDING : this;
    }

    /** @param telephone whether there is a number worth calling */
    static NextStep of(NotToldReason reason, boolean telephone) {
        return switch (reason) {
            case NOT_PLANNED, QUEUED, RETRYING -> WAIT;
            case LETTER_DUE -> POST_LETTER;
            case UNCERTAIN -> RESOLVE;
            case UNPRINTABLE -> REWRITE;
            case NO_ADDRESS, REFUSED, BOUNCED, RETURNED -> telephone ? CALL : FIND_CONTACT;
        };
    }
}
