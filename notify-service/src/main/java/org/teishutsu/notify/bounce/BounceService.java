package org.teishutsu.notify.bounce;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.delivery.DeliveryNames;
import org.teishutsu.notify.delivery.PolicyBounce;
import org.teishutsu.notify.delivery.ReturnedMail;
import org.teishutsu.notify.delivery.ReturnedMail.Effect;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.time.Facts;

/** Takes in what comes back, and what persons say of it. The same message again changes nothing, whichever way it comes. */
@ApplicationScoped
class BounceService {

    private static final Logger LOG = Logger.getLogger(BounceService.class);

    private final Bounces bounces;
    private final ReturnedMail returned;
    private final DeliveryNames names;
    private final Vault vault;
    private final Facts facts;
    private final Event<PolicyBounce> policyBounces;
    private final Classifier classifier = new Classifier(Rules.load());

    BounceService(
            Bounces bounces,
            ReturnedMail returned,
            DeliveryNames names,
            Vault vault,
            Facts facts,
            Event<PolicyBounce> policyBounces) {
        this.bounces = bounces;
        this.returned = returned;
        this.names = names;
        this.vault = vault;
        this.facts = facts;
        this.policyBounces = policyBounces;
    }

    /**
     * A message that has been taken in.
     *
     * @param known whether it had been before
     */
    record Received(BounceView bounce, boolean known) {}

    /** Takes a message in; reading it takes no transaction, recording it one. */
    Received receive(RawMessage raw, Source source, String by) {
        String digest = raw.digest();
        Optional<Bounce> before = QuarkusTransaction.requiringNew().call(() -> known(digest));
        if (before.isPresent()) {
            return new Received(BounceView.of(before.get()), true);
        }
        ReceivedMail mail = MailReader.read(raw);
        Verdict verdict = raw.isWhole() ? judge(mail) : Verdict.of(Kind.UNKNOWN, null);
        Correlation correlation = Correlation.of(mail, names);
        return QuarkusTransaction.requiringNew().call(() -> {
            Sealing sealing = vault.hold();
            bounces.hold(digest);
            Optional<Bounce> meanwhile = known(digest);
            if (meanwhile.isPresent()) {
                return new Received(BounceView.of(meanwhile.get()), true);
            }
            Settled settled = settle(verdict, correlation, raw.isWhole(), sealing);
            Bounce bounce = new Bounce(
                    Ids.next(),
                    source,
                    raw.size(),
                    verdict.kind(),
                    verdict.rule(),
                    verdict.cause(),
                    settled.delivery(),
                    settled.delivery() == null ? null : correlation.namedBy(),
                    settled.effect(),
                    settled.look() == null ? BounceState.SETTLED : BounceState.NEEDS_A_LOOK,
                    settled.look(),
                    new Bounce.Content(mail.from(), mail.subject(), mail.text()),
                    verdict.recipients(),
                    List.of(),
                    facts.stamp(),
                    by);
            bounces.add(bounce, digest, sealing);
            return new Received(BounceView.of(bounce), false);
        });
    }

    /** Whatever a message does to a rule: it waits for a person then, and stops nothing. */
    private Verdict judge(ReceivedMail mail) {
        try {
            return classifier.judge(mail);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("A message could not be told for what it is and waits for a person", failure);
            return Verdict.of(Kind.UNKNOWN, null);
        }
    }

    private Optional<Bounce> known(String digest) {
        return bounces.find(digest).flatMap(bounces::get);
    }

    /** What became of it. */
    private record Settled(
            @Nullable UUID delivery,
            @Nullable Effect effect,
            @Nullable Look look) {}

    private Settled settle(Verdict verdict, Correlation correlation, boolean whole, Sealing sealing) {
        UUID named = correlation.delivery();
        boolean exists = named != null && returned.knows(named);
        UUID delivery = exists ? named : null;
        Look trouble = named != null && !exists ? Look.NO_SUCH_DELIVERY : correlation.trouble();
        return switch (verdict.kind()) {
            case FAILED -> delivery == null ? new Settled(null, null, trouble) : bounced(delivery, verdict, sealing);
            case DELIVERED ->
                delivery == null
                        ? new Settled(null, null, trouble == Look.NO_DELIVERY_NAMED ? null : trouble)
                        : effect(delivery, returned.delivered(delivery, "The mail system says that it arrived"));
            case PASSED_ON -> new Settled(delivery, null, someFailed(verdict) ? Look.SOME_FAILED : null);
            case DELAYED, AUTO_REPLY -> new Settled(delivery, null, null);
            case CHALLENGE -> new Settled(delivery, null, Look.CHALLENGE);
            case UNKNOWN, ANSWER, SPAM -> new Settled(delivery, null, whole ? Look.UNKNOWN_FORM : Look.TOO_LARGE);
        };
    }

    private static boolean someFailed(Verdict verdict) {
        return verdict.recipients().stream().anyMatch(report -> report.action() == Action.FAILED);
    }

    private Settled bounced(UUID delivery, Verdict verdict, Sealing sealing) {
        String status = verdict.status().map(known -> " " + known).orElse("");
        RecipientReport first = verdict.recipients().get(0);
        Effect effect = returned.bounced(
                new ReturnedMail.Bounce(delivery, null, "Came back: " + verdict.cause() + status, first.diagnostic()),
                sealing);
        if (verdict.cause() == Cause.POLICY && effect == Effect.MOVED) {
            first.domain().ifPresent(domain -> policyBounces.fire(new PolicyBounce(domain, delivery)));
        }
        return effect(delivery, effect);
    }

    private static Settled effect(UUID delivery, Effect effect) {
        return new Settled(delivery, effect, effect == Effect.NEVER_SENT ? Look.NEVER_SENT : null);
    }

    @Transactional
    List<BounceView> after(@Nullable UUID key, Bounces.Filter filter, int limit) {
        return bounces.after(key == null ? new UUID(0, 0) : key, filter, limit).stream()
                .map(bounce -> BounceView.of(bounce).beginning())
                .toList();
    }

    @Transactional
    BounceView get(UUID id) {
        return bounces.get(id).map(BounceView::of).orElseThrow(() -> ProblemException.notFound("bounce", id));
    }

    /** Records what a person says it is. */
    @Transactional
    BounceView find(UUID id, FindingBody said, String by) {
        Sealing sealing = vault.hold();
        Bounce bounce = bounces.lock(id).orElseThrow(() -> ProblemException.notFound("bounce", id));
        Finding finding = said.finding();
        if (finding == Finding.ANSWERED && bounce.state() != BounceState.FOR_DESK) {
            throw ProblemException.illegalTransition("bounce " + id, bounce.state(), finding.next());
        }
        if (finding == Finding.LOOK_AGAIN && bounce.effect() == Effect.MOVED) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "It has moved a delivery, and what was recorded is not taken back");
        }
        BounceState next = bounce.state().moveTo(finding.next());
        UUID delivery = said.delivery();
        Effect effect = delivery == null ? bounce.effect() : bouncedByHand(delivery, by, sealing);
        Kind kind = finding.kind();
        bounces.find(
                new Bounce(
                        id,
                        bounce.source(),
                        bounce.size(),
                        kind == null ? bounce.kind() : kind,
                        bounce.rule(),
                        bounce.cause(),
                        delivery == null ? bounce.delivery() : delivery,
                        delivery == null ? bounce.namedBy() : NamedBy.PERSON,
                        effect,
                        next,
                        bounce.look() == null ? Look.UNKNOWN_FORM : bounce.look(),
                        bounce.content(),
                        bounce.recipients(),
                        bounce.findings(),
                        bounce.recordedAt(),
                        bounce.recordedBy()),
                new Bounce.FindingView(finding, delivery, facts.stamp(), by));
        return get(id);
    }

    private Effect bouncedByHand(UUID delivery, String by, Sealing sealing) {
        Effect effect =
                returned.bounced(new ReturnedMail.Bounce(delivery, by, "Came back, as a person found", null), sealing);
        return switch (effect) {
            case NO_SUCH_DELIVERY -> throw ProblemException.notFound("delivery", delivery);
            case NEVER_SENT ->
                throw new ProblemException(
                        ProblemType.ILLEGAL_TRANSITION, "Delivery " + delivery + " is no e-mail that has left");
            case MOVED, NOTHING_NEW -> effect;
        };
    }
}
