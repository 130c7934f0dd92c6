package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teishutsu.demo.bench.ProcessTime.Used;

/** What the measurement {@code filing} has found, as its section of the results. */
public final class FilingResult {
    private final List<Duration> wholeProcessor = new ArrayList<>();
    private final List<Duration> aloneProcessor = new ArrayList<>();
    private final List<Duration> wholeWall = new ArrayList<>();
    private final List<Duration> aloneWall = new ArrayList<>();
    private final List<Duration> weasyPrint = new ArrayList<>();
    private final List<Duration> libreOffice = new ArrayList<>();
    private long memoryBefore;
    private long memoryAfter;
    private long memoryBeforeCaseFile;
    private String caseFile = "";
    private final List<ManyExposures.Found> many = new ArrayList<>();

    public void whole(Used used) {
        wholeProcessor.add(used.processor());
        wholeWall.add(used.wall());
    }

    public void alone(Used used) {
        aloneProcessor.add(used.processor());
        aloneWall.add(used.wall());
    }

    public void weasyPrint(Duration took) {
        weasyPrint.add(took);
    }

    public void libreOffice(Duration took) {
        libreOffice.add(took);
    }

    public void memoryBefore(long mebibytes) {
        memoryBefore = mebibytes;
    }

    public void memoryAfter(long mebibytes) {
        memoryAfter = mebibytes;
    }

    public void memoryBeforeCaseFile(long mebibytes) {
        memoryBeforeCaseFile = mebibytes;
    }

    public void many(ManyExposures.Found found) {
        many.add(found);
    }

    public void caseFile(long bytes, Duration took, long resident) {
        caseFile = String.format(
                Locale.ROOT,
                "A case file of %.2f GB in %.1f s (%.0f MB/s); resident memory of report-service %d MB before, %d MB after.",
                bytes / 1e9,
                took.toMillis() / 1e3,
                bytes / 1e6 / (took.toMillis() / 1e3),
                memoryBeforeCaseFile,
                resident);
    }

    /** Writes the section and gives it. */
    public String write(Path results, Path project) throws IOException {
        double whole = new Spread(wholeProcessor).median();
        double alone = new Spread(aloneProcessor).median();
        double best = Math.min(new Spread(weasyPrint).median(), new Spread(libreOffice).median());
        String section = String.format(
                        Locale.ROOT,
                        """
                %s

                Progress report 4 of the 2017 case, warm, asked for over HTTP. Median (shortest–longest). Processor time is
                report-service's alone; the figures themselves are counted by notify-service and its database.

                | what | on the wall | processor |
                |---|---|---|
                | draft (refresh), checks, PDF | %s | %s |
                | the PDF alone | %s | %s |
                | WeasyPrint, same words and tables as HTML | %s | |
                | LibreOffice headless, same words and tables as .docx | %s | |

                Draft, checks and PDF take **%.2f** times the processor time of the PDF alone; the PDF is **%.1f** times as fast as
                the better of the others. A hundred in a row: resident memory %d MB before, %d MB after. %s
                """,
                        Machine.describe(project),
                        new Spread(wholeWall).text(),
                        new Spread(wholeProcessor).text(),
                        new Spread(aloneWall).text(),
                        new Spread(aloneProcessor).text(),
                        new Spread(weasyPrint).text(),
                        new Spread(libreOffice).text(),
                        whole / alone,
                        best / new Spread(aloneWall).median(),
                        memoryBefore,
                        memoryAfter,
                        caseFile)
                + "\n" + ledgers();
        ResultFile.replace(results, "filing", section);
        return section;
    }

    /** The same report of ledgers of several sizes; empty if none was measured. */
    private String ledgers() {
        if (many.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("""
                The initial report of an order about one incident, nobody told yet, by exposures. The draft and its check each
                ask notify-service for the figures once; what is left is what report-service does.

                | exposures | draft, checks, PDF | figures, once | left | processor of report-service |
                |---|---|---|---|---|
                """);
        for (ManyExposures.Found found : many) {
            Spread wall = new Spread(found.whole().stream().map(Used::wall).toList());
            Spread processor =
                    new Spread(found.whole().stream().map(Used::processor).toList());
            Spread figures = new Spread(found.figures());
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %.2f s | %s |%n",
                    found.exposures(),
                    wall.text(),
                    figures.text(),
                    wall.median() - 2 * figures.median(),
                    processor.text()));
        }
        return table.toString();
    }
}
