package org.teishutsu.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.teishutsu.demo.input.CaseSize;
import org.teishutsu.demo.input.Expected;
import org.teishutsu.demo.input.InputLists;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.play.CasePlay;
import org.teishutsu.demo.play.CaseRecord;
import org.teishutsu.demo.terminal.Screen;
import org.teishutsu.demo.verify.Expectation;
import org.teishutsu.demo.verify.Summary;
import org.teishutsu.demo.verify.Verification;

/** The 2017 case on a suite that runs: lists made, case played, everything checked, summary left behind. */
final class Demo {

    private final RunFolder run;
    private final Callers callers;
    private final CaseSize size;
    private final Screen screen;

    Demo(Settings settings, RunFolder run, CaseSize size, Screen screen) throws IOException {
        this.run = run;
        this.callers = new Callers(settings, Credentials.of(run.credentials()));
        this.size = size;
        this.screen = screen;
    }

    /** Tells whether every expectation held. */
    boolean play() throws IOException {
        long began = System.nanoTime();
        Expected generated = new InputLists(size).writeTo(run.input());
        screen.line(String.format(
                "two lists made: %,d and %,d exposures", generated.exposures2017(), generated.exposures2016()));
        CaseRecord record = new CasePlay(callers, run, size, screen).play();
        Verification verification = new Verification(run, callers, record);
        List<Expectation> expectations = verification.check(generated, screen);
        Summary summary = new Summary(record, expectations, verification.labels());
        summary.write(run.path("summary.json"));
        summary.print(screen);
        screen.line(String.format(
                "the whole case in %d s",
                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        return summary.held();
    }

    /** What to look at now. */
    void next() {
        screen.heading("To open next");
        screen.line("filings   " + run.filings());
        screen.line("messages  " + run.mail());
        screen.line("not told  " + run.path("letters").resolve("not-told.csv"));
        screen.line("case file " + run.path("case-file.zip") + ", for ./suite verify");
        screen.line("summary   " + run.path("summary.json"));
    }
}
