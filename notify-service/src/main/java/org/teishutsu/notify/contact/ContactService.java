package org.teishutsu.notify.contact;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.font.Printable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.UnsentDeliveries;
import org.teishutsu.notify.desk.IdentityChecks;
import org.teishutsu.notify.exposure.Ledger;
import org.teishutsu.notify.exposure.LedgerChanged;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.RecipientContacts;
import org.teishutsu.notify.recipient.RecipientContacts.Kept;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/**
 * Changes contact data: proposed by one person with the ground, released by another. An e-mail that changed is never
 * written to: it counts as changed after the attack, as it would in a list.
 */
@Singleton
@Transactional
class ContactService {

    private final ContactChanges changes;
    private final ToldContacts told;
    private final RecipientContacts contacts;
    private final RecipientDirectory recipients;
    private final IdentityChecks checks;
    private final UnsentDeliveries unsent;
    private final Ledger ledger;
    private final Vault vault;
    private final Facts facts;
    private final Event<LedgerChanged> ledgerChanged;

    ContactService(
            ContactChanges changes,
            ToldContacts told,
            RecipientContacts contacts,
            RecipientDirectory recipients,
            IdentityChecks checks,
            UnsentDeliveries unsent,
            Ledger ledger,
            Vault vault,
            Facts facts,
            Event<LedgerChanged> ledgerChanged) {
        this.changes = changes;
        this.told = told;
        this.contacts = contacts;
        this.recipients = recipients;
        this.checks = checks;
        this.unsent = unsent;
        this.ledger = ledger;
        this.vault = vault;
        this.facts = facts;
        this.ledgerChanged = ledgerChanged;
    }

    ChangeView propose(ChangeRequest request, String by) {
        Sealing sealing = vault.hold();
        UUID recipient = recipients
                .partyOf(request.recipient())
                .orElseThrow(() -> ProblemException.invalid("recipient", "there is no such recipient"));
        recipients.hold(recipient);
        if (changes.isOpen(recipient)) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "A change of this recipient's contact waits to be released already");
        }
        requirePossible(
                contacts.of(recipient), request.proposed().in(open(recipient), request.fields()), request.fields());
        Instant now = facts.stamp();
        UUID check = request.identityCheck();
        if (check != null) {
            checks.require(check, recipient, by, now);
        }
        ContactChange change = ContactChange.propose(Ids.next(), recipient, request, sealing, by, now);
        changes.persistAndFlush(change);
        // Without the contacts: answers to a repeated call are kept in the open.
        return change.view(null, null, null);
    }

    Page<ToldContact> told(@Nullable UUID after, int limit) {
        return Page.of(told.after(after, limit + 1), limit, ToldContact::recipient);
    }

    /** Proposes what a later list told; of it, only the fields that are named, if any are. */
    ChangeView proposeTold(UUID recipient, @Nullable Set<ContactField> named, String ground, String by) {
        ToldContact of = told.hold(recipient).orElseThrow(() -> nothingTold(recipient));
        Set<ContactField> fields = named == null ? Set.copyOf(of.fields()) : named;
        if (fields.isEmpty() || !of.fields().containsAll(fields)) {
            throw ProblemException.invalid("fields", "must be some of " + of.fields());
        }
        return propose(ChangeRequest.told(of, fields, ground), by);
    }

    void forgetTold(UUID recipient) {
        if (!told.forget(recipient)) {
            throw nothingTold(recipient);
        }
    }

    private static ProblemException nothingTold(UUID recipient) {
        return ProblemException.notFound("contact data told otherwise of recipient", recipient);
    }

    private static void requirePossible(Kept kept, Contact after, Set<ContactField> fields) {
        if (fields.contains(ContactField.EMAIL) && !kept.hasCustomerNumber()) {
            throw ProblemException.invalid(
                    "email", "is what lists know this recipient by, who has no customer number: it stays as it is");
        }
        if (fields.contains(ContactField.NAME)) {
            if (!kept.hasCustomerNumber()) {
                throw ProblemException.invalid(
                        "name", "is what lists know this recipient by, who has no customer number: it stays as it is");
            }
            Printable.firstUnprintable(Printable.normalise(after.name())).ifPresent(c -> {
                throw ProblemException.invalid("name", "holds a character that is in none of the fonts");
            });
        }
        if (after.email() == null && after.address() == null && after.mobile() == null) {
            throw ProblemException.invalid("remove", "nothing would be left by which to reach the recipient");
        }
    }

    /**
     * A second person's word, which makes it so. Letters that are printed and not posted yet are printed anew.
     *
     * @throws ProblemException CHANGED_SINCE if change or contact are not what the digest was given for
     */
    ChangeView release(UUID id, String digest, String by) {
        Sealing sealing = vault.hold();
        ledger.lock();
        ContactChange change = changes.hold(id);
        change.requireReleasable(by);
        UUID recipient = change.recipient();
        recipients.hold(recipient);
        if (!digest.equals(view(change).digest())) {
            throw change.changedSince();
        }
        Kept kept = contacts.of(recipient);
        Contact before = open(recipient);
        Contact after = change.in(before, vault);
        Instant now = facts.stamp();
        change.release(kept.sealed(), before.email() != null || before.address() != null, by, now);
        changes.flush();
        contacts.replace(
                recipient, after, sealing, change.fields().contains(ContactField.EMAIL) ? Jst.date(now) : null);
        if (change.fields().contains(ContactField.ADDRESS)) {
            unsent.cancelPrinted(recipient, "The address has changed");
        } else if (change.fields().contains(ContactField.NAME)) {
            unsent.cancelPrinted(recipient, "The name has changed");
        }
        if (change.isOfAList()) {
            told.forget(recipient);
        }
        ledger.changed();
        ledgerChanged.fire(new LedgerChanged(null));
        return view(change);
    }

    ChangeView giveBack(UUID id, String reason, String by) {
        ContactChange change = changes.hold(id);
        change.giveBack(reason, by, facts.stamp());
        return view(change);
    }

    ChangeView get(UUID id) {
        return view(changes.get(id));
    }

    Page<ChangeView> list(@Nullable ChangeState state, @Nullable UUID recipient, @Nullable UUID after, int limit) {
        return Page.of(views(changes.page(state, recipient, after, limit)), limit, ChangeView::id);
    }

    Page<ChangeView.Logged> log(@Nullable UUID after, int limit) {
        return Page.of(
                changes.page(null, null, after, limit).stream()
                        .map(change -> ChangeView.Logged.of(change.view(null, null, null)))
                        .toList(),
                limit,
                ChangeView.Logged::id);
    }

    private Contact open(UUID recipient) {
        return Contact.open(vault, recipient, contacts.of(recipient).sealed());
    }

    private ChangeView view(ContactChange change) {
        return views(List.of(change)).get(0);
    }

    private List<ChangeView> views(List<ContactChange> found) {
        Map<UUID, Contact> current =
                contacts.open(found.stream().map(ContactChange::recipient).collect(Collectors.toSet()));
        return found.stream()
                .map(change -> view(change, Objects.requireNonNull(current.get(change.recipient()))))
                .toList();
    }

    private ChangeView view(ContactChange change, Contact current) {
        byte @Nullable [] replaced = change.replaced();
        if (replaced != null) {
            Contact before =
                    Contact.tryToOpen(vault, change.recipient(), replaced).orElse(Contact.UNREADABLE);
            return change.view(before, null, null);
        }
        Contact after = change.in(current, vault);
        return change.view(current, after, digest(change, current, after));
    }

    private static String digest(ContactChange change, Contact before, Contact after) {
        String lookedAt = String.join("\n", change.decision(), texts(before), texts(after));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lookedAt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String texts(Contact contact) {
        return String.join(
                "\u001F",
                contact.name(),
                contact.email() + "",
                contact.postalCode() + "",
                contact.address() + "",
                contact.mobile() + "");
    }
}
