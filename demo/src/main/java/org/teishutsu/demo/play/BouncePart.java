package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.teishutsu.demo.mail.Bouncer;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.terminal.ProgressBar;
import org.teishutsu.demo.terminal.Screen;

/** Some of the messages come back: what their recipients' systems would write is kept and handed in. */
final class BouncePart {

    private static final String TYPE = "message/rfc822";
    private static final String RETURN_PATH = "Return-Path: <";
    private static final String DELIVERED_TO = "Delivered-To: ";

    private final Callers callers;
    private final RunFolder run;
    private final CaseRecord record;
    private final Screen screen;

    BouncePart(Callers callers, RunFolder run, CaseRecord record, Screen screen) {
        this.callers = callers;
        this.run = run;
        this.record = record;
        this.screen = screen;
    }

    void play(Step step) throws IOException {
        Path folder = Files.createDirectories(run.path("bounces"));
        write(folder);
        long began = System.nanoTime();
        List<Path> all = files(folder);
        Api service = callers.notify(step.text("user"));
        try (ProgressBar bar = screen.bar("come back", all.size())) {
            int posted = 0;
            for (Path file : all) {
                byte[] message = Files.readAllBytes(file);
                JsonNode taken = service.postFile("/bounces", TYPE, () -> new ByteArrayInputStream(message));
                record.cameBack(file, taken);
                bar.at(++posted);
            }
        }
        record.took("bounces", Duration.ofNanos(System.nanoTime() - began));
    }

    private void write(Path folder) throws IOException {
        for (Path file : files(run.mail())) {
            String message = Files.readString(file, StandardCharsets.UTF_8);
            int second = message.indexOf("\r\n") + 2;
            int third = message.indexOf("\r\n", second) + 2;
            String recipient = message.substring(second, third).strip().substring(DELIVERED_TO.length());
            String returnPath = message.substring(RETURN_PATH.length(), message.indexOf('>'));
            String header = message.substring(third, message.indexOf("\r\n\r\n"));
            Bouncer.Return kind = Bouncer.of(recipient).orElse(null);
            if (kind != null) {
                Files.write(
                        folder.resolve(kind + "-" + file.getFileName()),
                        Bouncer.write(kind, returnPath, recipient, header));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
