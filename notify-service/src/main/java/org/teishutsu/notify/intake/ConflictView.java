package org.teishutsu.notify.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/**
 * A row that waits for a decision, or has got one that is not carried out yet: personal data, for whoever decides.
 *
 * @param candidates whom of the ledger the row may mean
 */
record ConflictView(
        int row,
        long line,
        Conflict conflict,
        String japanese,
        String english,
        Listed listed,
        Collection<String> items,
        List<Candidate> candidates,
        @Nullable Decided decided) {

    /** As the list tells it. */
    record Listed(Party party, RecipientStatus status, Contact contact) {}

    /** One of the ledger. */
    record Candidate(UUID recipient, Party party, RecipientStatus status, Contact contact) {}

    /** @param carriedBy the import that carries it out once a second person applies it */
    record Decided(Decision decision, @Nullable UUID recipient, String reason, String by, Instant at, UUID carriedBy) {}

    ConflictView with(List<Candidate> found) {
        return new ConflictView(row, line, conflict, japanese, english, listed, items, List.copyOf(found), decided);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "ConflictView[" + row + ", " + conflict + "]";
    }
}
