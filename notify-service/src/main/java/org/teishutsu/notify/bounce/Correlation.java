package org.teishutsu.notify.bounce;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.delivery.DeliveryNames;
import org.teishutsu.notify.delivery.DeliveryNames.Named;

/**
 * Which delivery a message is about: by the names the delivery went out with, never by an address, which may be that of
 * several people or of somebody else by now.
 *
 * @param trouble why none is named; null if one is
 */
record Correlation(
        @Nullable UUID delivery,
        @Nullable NamedBy namedBy,
        @Nullable Look trouble) {

    private static final Set<String> ENVELOPE = Set.of(
            "to",
            "cc",
            "delivered-to",
            "x-delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "apparently-to");
    private static final Set<String> RETURNED = Set.of("message-id", "return-path", "x-envelope-from", "errors-to");

    static Correlation of(ReceivedMail mail, DeliveryNames names) {
        List<Named> envelope = names.in(envelope(mail));
        List<Named> returned = names.in(lines(mail.returned(), RETURNED));
        Set<UUID> named = genuine(Stream.concat(envelope.stream(), returned.stream()));
        NamedBy by = genuine(envelope.stream()).isEmpty() ? NamedBy.MESSAGE_ID : NamedBy.ENVELOPE;
        boolean forged = anyForged(envelope) || anyForged(returned);
        if (named.isEmpty() && !forged) {
            List<Named> quoted = names.in(mail.text());
            named = genuine(quoted.stream());
            by = NamedBy.TEXT;
            forged = anyForged(quoted);
        }
        if (named.size() == 1) {
            return new Correlation(named.iterator().next(), by, null);
        }
        Look trouble = forged ? Look.FORGED_NAME : Look.NO_DELIVERY_NAMED;
        return new Correlation(null, null, named.isEmpty() ? trouble : Look.SEVERAL_DELIVERIES);
    }

    private static String envelope(ReceivedMail mail) {
        DeliveryReport report = mail.report();
        String id = report == null || report.envelopeId() == null ? "" : report.envelopeId();
        return lines(mail.headers(), ENVELOPE) + "\n" + id;
    }

    private static String lines(List<Header> headers, Set<String> names) {
        return headers.stream()
                .filter(header -> names.stream().anyMatch(header::is))
                .map(Header::value)
                .collect(Collectors.joining("\n"));
    }

    private static Set<UUID> genuine(Stream<Named> names) {
        return names.filter(Named::genuine).map(Named::delivery).collect(Collectors.toSet());
    }

    private static boolean anyForged(List<Named> names) {
        return names.stream().anyMatch(name -> !name.genuine());
    }
}
