package org.teishutsu.demo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.teishutsu.demo.bench.SuiteSide.Taken;

/** What {@link ImportBench} found out, and how it is printed. */
final class ImportResult {

    private final List<Size> sizes = new ArrayList<>();
    private @Nullable String xlsx;
    private String postgres = "";

    private record Size(int rows, Spread byHand, Spread suite, Spread staging, Spread applying, Memory memory) {

        double ratio() {
            return suite.median() / byHand.median();
        }
    }

    /** One round in one line. */
    static String round(Duration byHand, Taken taken) {
        return String.format(
                Locale.ROOT,
                "by hand %.2f s, the suite %.2f s (staging %.2f, applying %.2f)",
                byHand.toMillis() / 1e3,
                taken.whole().toMillis() / 1e3,
                taken.staging().toMillis() / 1e3,
                taken.applying().toMillis() / 1e3);
    }

    void postgres(String settings) {
        postgres = settings;
    }

    void size(int rows, List<Duration> byHand, List<Taken> taken, Memory memory) {
        sizes.add(new Size(
                rows,
                new Spread(byHand),
                new Spread(taken.stream().map(Taken::whole).toList()),
                new Spread(taken.stream().map(Taken::staging).toList()),
                new Spread(taken.stream().map(Taken::applying).toList()),
                memory));
    }

    void xlsx(int rows, List<Taken> taken, Memory memory) {
        xlsx = String.format(
                Locale.ROOT,
                "| %,d as .xlsx | | %s | %s | %s | | %d MB | %d MB |%n",
                rows,
                new Spread(taken.stream().map(Taken::whole).toList()).text(),
                new Spread(taken.stream().map(Taken::staging).toList()).text(),
                new Spread(taken.stream().map(Taken::applying).toList()).text(),
                memory.residentMebibytes(),
                memory.liveHeapMebibytes());
    }

    /** As Markdown. */
    String section(String machine) {
        StringBuilder text = new StringBuilder();
        text.append(machine).append("\n\n").append(postgres).append("; notify-service with -Xmx512m.\n\n");
        text.append("Median of the rounds, turn about in one run (shortest–longest). By hand: `psql`,"
                + " bench/import/administrator.sql, unencrypted. The suite: upload, report and rejected rows fetched,"
                + " applied by a second person. Memory: of notify-service, the most there was.\n\n");
        text.append("| rows | by hand | the suite | staging | applying | ratio | resident | heap after collection |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (Size size : sizes) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d (%d rounds) | %s | %s | %s | %s | **%.2f** | %d MB | %d MB |%n",
                    size.rows(),
                    size.byHand().rounds().size(),
                    size.byHand().text(),
                    size.suite().text(),
                    size.staging().text(),
                    size.applying().text(),
                    size.ratio(),
                    size.memory().residentMebibytes(),
                    size.memory().liveHeapMebibytes()));
        }
        if (xlsx != null) {
            text.append(xlsx);
        }
        growth(text);
        return text.toString();
    }

    private void growth(StringBuilder text) {
        if (sizes.size() < 2) {
            return;
        }
        Size small = sizes.get(0);
        Size large = sizes.get(sizes.size() - 1);
        double times = (double) large.rows() / small.rows();
        double byHand = large.byHand().median() / small.byHand().median() / times;
        double suite = large.suite().median() / small.suite().median() / times;
        text.append(String.format(
                Locale.ROOT,
                "%nTime a row, %,d against %,d rows: by hand %.2f times, the suite %.2f times: **%.2f** of the former.%n",
                large.rows(),
                small.rows(),
                byHand,
                suite,
                suite / byHand));
    }
}
