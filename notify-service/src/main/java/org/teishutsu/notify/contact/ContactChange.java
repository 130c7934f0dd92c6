package org.teishutsu.notify.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.contact.ChangeRequest.Proposed;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.security.Who;

/** A change of contact data that one person proposes and another releases. */
@Entity
class ContactChange {

    private static final String PROPOSED = "proposed";

    @Id
    private UUID id;

    private UUID recipientId;
    private String[] fields;

    @Enumerated(EnumType.STRING)
    private ChangeSource source;

    private String ground;
    private byte[] proposed;
    private byte @Nullable [] contact;

    @SuppressWarnings("UnusedVariable") // figures of earlier instants read it
    private @Nullable Boolean reachableBefore;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant releasedAt;
    private @Nullable String releasedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnedBy;
    private @Nullable String returnReason;

    @Version
    private long version;

    /** For Hibernate. */
    protected ContactChange() {}

    static ContactChange propose(
            UUID id, UUID recipient, ChangeRequest request, Sealing sealing, String by, Instant now) {
        Proposed told = request.proposed();
        ContactChange change = new ContactChange();
        change.id = id;
        change.recipientId = recipient;
        change.fields = request.fields().stream().map(Enum::name).toArray(String[]::new);
        change.source = request.source();
        change.ground = request.ground().strip();
        change.proposed = sealing.seal(
                PROPOSED, id, Cells.pack(told.email(), told.postalCode(), told.address(), told.mobile(), told.name()));
        change.state = ChangeState.PROPOSED;
        change.recordedAt = now;
        change.recordedBy = by;
        return change;
    }

    /** What must hold before a second person's word counts. */
    void requireReleasable(String by) {
        state.moveTo(ChangeState.RELEASED, name());
        Who.requireFourEyes(recordedBy, by, name());
    }

    ProblemException changedSince() {
        return new ProblemException(
                ProblemType.CHANGED_SINCE, name() + " is not what was looked at: something has changed; look again");
    }

    /**
     * Released: the contact as it was is kept as it was sealed.
     *
     * @param reachable whether the recipient had an e-mail or address until now
     */
    void release(byte[] replaced, boolean reachable, String by, Instant now) {
        requireReleasable(by);
        state = ChangeState.RELEASED;
        contact = replaced;
        reachableBefore = reachable;
        releasedAt = now;
        releasedBy = by;
    }

    void giveBack(String why, String by, Instant now) {
        state = state.moveTo(ChangeState.RETURNED, name());
        returnedAt = now;
        returnedBy = by;
        returnReason = why;
    }

    /** A contact as it is once this counts. */
    Contact in(Contact current, Vault vault) {
        List<@Nullable String> texts = Cells.unpack(vault.open(PROPOSED, id, proposed));
        return new Proposed(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4)).in(current, fields());
    }

    /** The contact that was replaced; null until then. */
    byte @Nullable [] replaced() {
        return contact;
    }

    UUID id() {
        return id;
    }

    boolean isOfAList() {
        return source == ChangeSource.LATER_LIST;
    }

    UUID recipient() {
        return recipientId;
    }

    Set<ContactField> fields() {
        return Arrays.stream(fields).map(ContactField::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private String name() {
        return "contact change " + id;
    }

    /** What a release names, but for the contact before and after. */
    String decision() {
        return String.join(
                "\n", id.toString(), recipientId.toString(), fields().toString(), source.name(), ground, recordedBy);
    }

    ChangeView view(@Nullable Contact before, @Nullable Contact after, @Nullable String digest) {
        return new ChangeView(
                id,
                recipientId,
                List.copyOf(fields()),
                source,
                ground,
                before,
                after,
                state,
                digest,
                recordedAt,
                recordedBy,
                releasedAt,
                releasedBy,
                returnedAt,
                returnedBy,
                returnReason);
    }
}
