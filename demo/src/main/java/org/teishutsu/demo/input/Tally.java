package org.teishutsu.demo.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what is written; holds the counts and the few addresses that behave. */
final class Tally {

    private final Map<String, Long> combinations2016 = new TreeMap<>();
    private final Map<String, Long> combinations2017 = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> busy = new HashSet<>();
    private final List<Integer> brokenLines = new ArrayList<>();
    private long withoutEmail;

    void add2016(Contact contact, Combination combination) {
        combinations2016.merge(key(combination), 1L, Long::sum);
        add(contact);
    }

    void add2017(Contact contact, Combination combination) {
        combinations2017.merge(key(combination), 1L, Long::sum);
        add(contact);
    }

    void addBroken(int line) {
        brokenLines.add(line);
    }

    Expected expected(int inBoth) {
        return new Expected(
                Map.copyOf(combinations2016),
                Map.copyOf(combinations2017),
                inBoth,
                withoutEmail,
                refused.size(),
                busy.size(),
                List.copyOf(brokenLines));
    }

    private void add(Contact contact) {
        String email = contact.email();
        if (email == null) {
            withoutEmail++;
        } else if (email.startsWith("refused.")) {
            refused.add(email);
        } else if (email.startsWith("busy.")) {
            busy.add(email);
        }
    }

    private static String key(Combination combination) {
        return String.join("|", combination.items().stream().sorted().toList());
    }
}
