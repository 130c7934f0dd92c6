package org.teishutsu.demo.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured, as the section of bench/RESULTS.md. */
final class DispatchResult {

    static final String SUITE = "this suite, end to end";
    private static final String YARDSTICK = "smtp-source";

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final List<String> spent = new ArrayList<>();
    private String postgres = "";
    private int bytes;
    private OptionalDouble slowShare = OptionalDouble.empty();
    private double slowRate;
    private int queued;
    private double queueRate;

    void postgres(String settings) {
        postgres = settings;
    }

    void message(int length) {
        bytes = length;
    }

    void rate(String name, double perSecond) {
        rates.computeIfAbsent(name, n -> new ArrayList<>()).add(perSecond);
    }

    /** Processor seconds of one round's measured part. */
    void spent(double seconds, double service, double database, double receiver) {
        spent.add(String.format(
                Locale.ROOT,
                "| %d | %.1f s | %.1f s | %.1f s | %.1f s |",
                spent.size() + 1,
                seconds,
                service,
                database,
                receiver));
    }

    void slow(double perSecond, double ceiling) {
        slowRate = perSecond;
        slowShare = OptionalDouble.of(perSecond / ceiling);
    }

    void queue(int deliveries, double perSecond) {
        queued = deliveries;
        queueRate = perSecond;
    }

    private double median(String name) {
        List<Double> sorted =
                rates.getOrDefault(name, List.of(0.0)).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String section(DispatchSettings settings, String machine) {
        StringBuilder text = new StringBuilder();
        text.append(machine).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%s; notify-service with -Xmx512m, window 100, settled in batches of up to 50.%n%n",
                postgres));
        text.append(String.format(
                Locale.ROOT,
                "%,d Japanese messages of %,d bytes over %d connections to `smtp-sink` on the same machine, turn about, after"
                        + " %,d to warm up (smtp-source needs none). Median of %d rounds (least–most). The suite claims,"
                        + " decrypts, renders, sends and settles each in PostgreSQL, by the instants of its own facts;"
                        + " smtp-source and the two libraries only send, without a queue or a record of the answers.%n%n",
                settings.messages(),
                bytes,
                DispatchBench.CONNECTIONS,
                settings.warmUp(),
                settings.rounds()));
        text.append("| by | messages a second | × smtp-source |\n|---|---|---|\n");
        rates.forEach((name, measured) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f (%,.0f–%,.0f) | **%.2f** |%n",
                name,
                median(name),
                measured.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                measured.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                median(name) / median(YARDSTICK))));
        double better = Math.max(median("simple-java-mail"), median("quarkus-mailer"));
        text.append(String.format(
                Locale.ROOT,
                "%nThis suite is at **%.1f** × the better of the two libraries.%n%n",
                median(SUITE) / better));
        text.append(
                "Processor time while the suite sent (round, by the clock, notify-service, PostgreSQL, smtp-sink):\n\n");
        text.append("| round | by the clock | notify-service | PostgreSQL | smtp-sink |\n|---|---|---|---|---|\n");
        spent.forEach(line -> text.append(line).append('\n'));
        slowShare.ifPresent(share -> text.append(String.format(
                Locale.ROOT,
                "%nA receiver that answers the final dot after 50 ms, %,d messages: %.1f a second, **%.2f** of connections ÷"
                        + " latency.%n",
                settings.slow(),
                slowRate,
                share)));
        if (queued > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%,d deliveries queued, half of them deferred: %,.0f a second, **%.2f** of the rate above.%n",
                    queued,
                    queueRate,
                    queueRate / median(SUITE)));
        }
        return text.toString();
    }
}
