package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.Ports;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/dispatch.sh}: the same messages to the same receiver by smtp-source, this suite and two libraries. */
public final class DispatchBench {

    static final int CONNECTIONS = 10;
    private static final Duration ANSWER = Duration.ofMillis(50);
    private static final int FIRST_PORT = 10_025;
    private static final int LAST_PORT = 20_025;
    private static final String BIG = "2016-attack";
    private static final String SMALL = "2017-attack";

    private final Path project;
    private final DispatchSettings settings;
    private final Screen screen;
    private final DispatchResult result = new DispatchResult();

    private DispatchBench(Path project, DispatchSettings settings, Screen screen) {
        this.project = project;
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            new DispatchBench(project, DispatchSettings.of(project, System.getenv()), screen).run();
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(settings.folder());
        int port = mailPort();
        try (Launcher launcher = start(port)) {
            Database database = Database.of(launcher.run());
            result.postgres(database.settings());
            CampaignSide suite = new CampaignSide(
                    new Callers(
                            suiteSettings(port), Credentials.of(launcher.run().credentials())),
                    database,
                    settings.folder());
            suite.prepare();
            screen.heading("taking in the lists (all people in them are made up)");
            int all = settings.messages() + settings.warmUp();
            suite.affected(BIG, 0, all);
            suite.affected(SMALL, 0, Math.max(settings.slow(), 1));
            String message = slow(suite, port);
            compare(suite, launcher, port, message);
            if (settings.queue() > 0) {
                longQueue(suite, port, all);
            }
        }
        String section = result.section(settings, Machine.describe(project));
        screen.heading(section);
        ResultFile.replace(settings.results(), "dispatch", section);
    }

    /** Below the ports that the system gives to whoever asks for any: it stands free between two receivers. */
    private int mailPort() {
        return Settings.of(project, System.getenv())
                .mailPort()
                .orElseGet(() -> IntStream.range(FIRST_PORT, LAST_PORT)
                        .filter(Ports::free)
                        .findFirst()
                        .orElseThrow());
    }

    /** A receiver that takes its time; gives back the first message it got, the model for the others. */
    private String slow(CampaignSide suite, int port) throws IOException {
        try (RecordingSink sink = new RecordingSink(port, ANSWER)) {
            String campaign = suite.start(SMALL);
            suite.awaitSent(campaign, Math.max(settings.slow(), 1));
            if (settings.slow() > 0) {
                int begun = settings.slow() / 20;
                double rate = suite.perSecond(campaign, begun, settings.slow() - begun);
                result.slow(rate, CONNECTIONS / (ANSWER.toNanos() / 1e9));
                screen.line(String.format(Locale.ROOT, "slow receiver: %.1f/s", rate));
            }
            suite.cancel(campaign);
            String message = sink.first();
            if (message == null) {
                throw new Trouble("no message came");
            }
            return message;
        }
    }

    @SuppressWarnings("try") // a receiver that only has to be there
    private void compare(CampaignSide suite, Launcher launcher, int port, String message)
            throws IOException, InterruptedException {
        Path asSent = settings.folder().resolve("message.eml");
        Path asText = settings.folder().resolve("message.txt");
        Files.writeString(asSent, message, StandardCharsets.US_ASCII);
        Files.writeString(asText, "お客様情報に関する大切なお知らせ\n" + text(message));
        result.message(message.length());
        Postfix postfix = new Postfix(port, settings.folder());
        List<Peer> peers = List.of(
                new Peer("simple-java-mail", project, settings.folder()),
                new Peer("quarkus-mailer", project, settings.folder()));
        for (int round = 1; round <= settings.rounds(); round++) {
            screen.heading("round " + round + " of " + settings.rounds());
            try (Postfix.Sink sink = postfix.sink()) {
                say("smtp-source", postfix.source(asSent, settings.messages(), CONNECTIONS));
            }
            try (Postfix.Sink sink = postfix.sink()) {
                say(DispatchResult.SUITE, suiteSends(suite, launcher, sink));
            }
            for (Peer peer : peers) {
                try (Postfix.Sink sink = postfix.sink()) {
                    say(peer.name(), peer.send(port, CONNECTIONS, settings.messages(), settings.warmUp(), asText));
                }
            }
        }
    }

    private void say(String name, double rate) {
        result.rate(name, rate);
        screen.line(String.format(Locale.ROOT, "%s: %.0f/s", name, rate));
    }

    private double suiteSends(CampaignSide suite, Launcher launcher, Postfix.Sink sink) throws IOException {
        long pid = Long.parseLong(Files.readString(launcher.run().path("notify-service.pid"))
                .strip()
                .split("\\s+", -1)[0]);
        String campaign = suite.start(BIG);
        suite.awaitSent(campaign, settings.warmUp());
        double service = CpuTime.of(pid);
        double database = CpuTime.ofAll("postgres");
        double receiver = CpuTime.of(sink.process().pid());
        long began = System.nanoTime();
        suite.awaitSent(campaign, settings.warmUp() + settings.messages());
        result.spent(
                (System.nanoTime() - began) / 1e9,
                CpuTime.of(pid) - service,
                CpuTime.ofAll("postgres") - database,
                CpuTime.of(sink.process().pid()) - receiver);
        suite.cancel(campaign);
        return suite.perSecond(campaign, settings.warmUp(), settings.messages());
    }

    @SuppressWarnings("try") // a receiver that only has to be there
    private void longQueue(CampaignSide suite, int port, int already) throws IOException {
        screen.heading("a queue of " + settings.queue());
        suite.affected(BIG, already, settings.queue() - already);
        suite.rate(1);
        String campaign = suite.start(BIG);
        suite.deferHalf(campaign);
        try (Postfix.Sink sink = new Postfix(port, settings.folder()).sink()) {
            suite.rate(null);
            suite.awaitSent(campaign, settings.warmUp() + settings.messages());
            double rate = suite.perSecond(campaign, settings.warmUp(), settings.messages());
            result.queue(settings.queue(), rate);
            screen.line(String.format(Locale.ROOT, "long queue: %.0f/s", rate));
            suite.cancel(campaign);
        }
    }

    private static String text(String message) {
        String encoded = message.substring(message.indexOf("\n\n") + 2);
        return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private Launcher start(int mailPort) throws IOException, SQLException {
        // Not a drill: there the mail receiver of the demo would stand where the measured one goes.
        return OwnSuite.start(suiteSettings(mailPort), Mode.REAL);
    }

    private Settings suiteSettings(int mailPort) {
        return OwnSuite.settings(project, settings.folder(), OptionalInt.of(mailPort), System.getenv());
    }
}
