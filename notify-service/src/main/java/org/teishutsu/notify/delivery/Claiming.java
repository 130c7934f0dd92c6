package org.teishutsu.notify.delivery;

import java.util.ArrayList;
import java.util.List;

/** Claims for the senders as much as there is room for. Used by one thread. */
final class Claiming {

    private static final long NONE = -1;

    private final Outbox outbox;
    private final Rates rates;
    private final MailCircuit circuit;
    private final SendingProcess process;
    private final Flight flight;
    private int taken;
    /** The life in which a claim failed: the database may have carried it out all the same. */
    private long lostBy = NONE;

    Claiming(Outbox outbox, Rates rates, MailCircuit circuit, SendingProcess process, Flight flight) {
        this.outbox = outbox;
        this.rates = rates;
        this.circuit = circuit;
        this.process = process;
        this.flight = flight;
    }

    /**
     * Fills the places and gives back the others, also when a claim fails after some that did not.
     *
     * @return how many were filled
     */
    int fill(int places) {
        taken = 0;
        try {
            releaseLost();
            claim(places);
            return taken;
        } finally {
            flight.giveBack(places - taken);
        }
    }

    private void releaseLost() {
        if (lostBy != NONE) {
            outbox.releaseLost(lostBy, flight.held());
            lostBy = NONE;
        }
    }

    /** Fairly: every mailing gets its share first, then whatever is left. */
    private void claim(int places) {
        List<Mailing> hungry = new ArrayList<>(flight.running());
        while (!hungry.isEmpty() && taken < places && !circuit.isOpen() && process.safe()) {
            int share = Math.max(1, (places - taken) / hungry.size());
            List<Mailing> stillHungry = new ArrayList<>();
            for (Mailing mailing : hungry) {
                int wanted = Math.min(share, places - taken);
                int got = wanted == 0 ? 0 : claim(mailing, wanted);
                if (got > 0 && got == wanted) {
                    stillHungry.add(mailing);
                }
            }
            hungry = stillHungry;
        }
    }

    private int claim(Mailing mailing, int wanted) {
        int allowed = rates.grant(mailing.campaign(), mailing.ratePerSecond(), wanted);
        return allowed == 0 ? 0 : claimAllowed(mailing, allowed);
    }

    private int claimAllowed(Mailing mailing, int allowed) {
        long by = process.id();
        List<Claim> claims;
        try {
            claims = outbox.claim(by, mailing.campaign(), allowed);
        } catch (OutboxException lost) {
            lostBy = by;
            throw lost;
        }
        flight.send(claims);
        taken += claims.size();
        return claims.size();
    }
}
