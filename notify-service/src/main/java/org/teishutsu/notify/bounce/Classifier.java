package org.teishutsu.notify.bounce;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a message is: by its part for machines if it has one, else by the first rule that matches. What nothing
 * tells is UNKNOWN, and no delivery is moved by it.
 */
final class Classifier {

    private static final String STANDARD = "rfc3464";
    private static final String STANDARD_IN_TEXT = "rfc3464-in-text";
    private static final Pattern MAIL_SYSTEM =
            Pattern.compile("mailer-daemon|postmaster|mail delivery|mail system", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNED = Pattern.compile(
            "^ *(Return-Path|Received|Message-ID|DKIM-Signature):", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int LINES_KEPT = 5;

    private final Rules rules;

    Classifier(Rules rules) {
        this.rules = rules;
    }

    Verdict judge(ReceivedMail mail) {
        DeliveryReport report = mail.report();
        if (report != null) {
            return byReport(report, STANDARD, mail);
        }
        if (MAIL_SYSTEM.matcher(mail.from()).find()) {
            Optional<DeliveryReport> inText = DeliveryReport.inText("\n" + mail.text());
            if (inText.isPresent()) {
                return byReport(inText.get(), STANDARD_IN_TEXT, mail);
            }
        }
        return rules.first(mail).map(rule -> byRule(rule, mail)).orElseGet(() -> Verdict.of(Kind.UNKNOWN, null));
    }

    private Verdict byReport(DeliveryReport report, String how, ReceivedMail mail) {
        List<RecipientReport> recipients = report.recipients();
        List<RecipientReport> deciding = deciding(recipients, mail);
        Kind kind =
                kind(deciding.stream().map(RecipientReport::action).distinct().toList());
        if (kind != Kind.FAILED && kind != Kind.DELAYED) {
            return new Verdict(kind, named(how), Cause.UNKNOWN, recipients);
        }
        RecipientReport first = deciding.get(0);
        Cause cause = Cause.of(first.status());
        if (RecipientReport.isGeneric(first.status()) || cause == Cause.MAILBOX) {
            String words = Objects.requireNonNullElse(first.diagnostic(), "") + "\n" + own(mail.text());
            Optional<CauseRule> told = rules.cause(words);
            return new Verdict(
                    kind,
                    named(told.map(rule -> how + "+" + rule.name()).orElse(how)),
                    told.map(CauseRule::cause).orElse(cause),
                    ordered(first, recipients));
        }
        return new Verdict(kind, named(how), cause, ordered(first, recipients));
    }

    /** The one who decides stands first. */
    private static List<RecipientReport> ordered(RecipientReport first, List<RecipientReport> all) {
        return Stream.concat(Stream.of(first), all.stream().filter(other -> !other.equals(first)))
                .toList();
    }

    /** Every message of ours has one recipient; where others are named as well, his address was passed on. */
    private static List<RecipientReport> deciding(List<RecipientReport> recipients, ReceivedMail mail) {
        List<RecipientReport> ours = mail.returnedTo()
                .map(to -> recipients.stream().filter(report -> report.isOf(to)).toList())
                .orElse(List.of());
        return ours.isEmpty() ? recipients : ours;
    }

    /** Of several: lost only if nobody got it, and nobody may still get it. */
    private static Kind kind(List<Action> actions) {
        if (actions.size() > 1 && actions.stream().anyMatch(Classifier::gotThrough)) {
            return Kind.PASSED_ON;
        }
        if (actions.contains(Action.DELAYED)) {
            return Kind.DELAYED;
        }
        return switch (actions.get(0)) {
            case FAILED -> Kind.FAILED;
            case DELIVERED -> Kind.DELIVERED;
            case DELAYED -> Kind.DELAYED;
            case RELAYED, EXPANDED -> Kind.PASSED_ON;
        };
    }

    private static boolean gotThrough(Action action) {
        return action == Action.DELIVERED || action == Action.RELAYED || action == Action.EXPANDED;
    }

    private Verdict byRule(Rule rule, ReceivedMail mail) {
        if (rule.kind() != Kind.FAILED && rule.kind() != Kind.DELAYED) {
            return Verdict.of(rule.kind(), named(rule.name()));
        }
        String said = own(mail.text());
        @Nullable String status = RecipientReport.statusIn(said).orElse(rule.status());
        Optional<CauseRule> told = RecipientReport.isGeneric(status) ? rules.cause(said) : Optional.empty();
        RecipientReport recipient = new RecipientReport(
                rule.recipientIn(said).orElse(null),
                mail.returnedTo().orElse(null),
                rule.kind() == Kind.FAILED ? Action.FAILED : Action.DELAYED,
                status,
                firstLines(said));
        return new Verdict(
                rule.kind(),
                named(told.map(cause -> rule.name() + "+" + cause.name()).orElse(rule.name())),
                told.map(CauseRule::cause).orElse(Cause.of(status)),
                List.of(recipient));
    }

    /** What the mail system itself says, before the message it gives back. */
    private static String own(String text) {
        Matcher returned = RETURNED.matcher(text);
        return returned.find() ? text.substring(0, returned.start()) : text;
    }

    private static String firstLines(String text) {
        return text.strip()
                .lines()
                .limit(LINES_KEPT)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
    }

    private String named(String rule) {
        return rule + " v" + rules.version();
    }
}
