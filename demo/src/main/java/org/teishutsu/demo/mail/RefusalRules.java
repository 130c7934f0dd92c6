package org.teishutsu.demo.mail;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.subethamail.smtp.RejectException;

/** Which recipients the receiver refuses, so that a drill meets what real servers do. */
final class RefusalRules {

    static final String FOR_GOOD = "refused.";
    static final String FOR_NOW = "busy.";

    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final LongAdder forGood = new LongAdder();
    private final LongAdder forNow = new LongAdder();

    /** Throws a 550 each time for {@code refused.…}, a 451 the first time for {@code busy.…}. */
    void check(String recipient) throws RejectException {
        String address = recipient.toLowerCase(Locale.ROOT);
        if (address.startsWith(FOR_GOOD)) {
            forGood.increment();
            throw new RejectException(550, "5.1.1 no such mailbox");
        }
        if (address.startsWith(FOR_NOW) && refusedOnce.add(address)) {
            forNow.increment();
            throw new RejectException(451, "4.7.1 busy, try again later");
        }
    }

    long refusedForGood() {
        return forGood.sum();
    }

    long refusedForNow() {
        return forNow.sum();
    }
}
