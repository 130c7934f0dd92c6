package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.demo.platform.Ports;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;

/** Debian's smtp-source and smtp-sink: as fast as SMTP over loopback goes. */
final class Postfix {

    private final int port;
    private final Path folder;

    Postfix(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** A receiver that takes everything and keeps nothing; end it by closing. */
    Sink sink() throws IOException {
        List<String> command = new ArrayList<>(List.of("smtp-sink"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("smtp-sink.log").toFile())
                .start();
        if (!Waiting.until(Duration.ofSeconds(10), () -> !process.isAlive() || !Ports.free(port))
                || !process.isAlive()) {
            throw new Trouble("smtp-sink does not start; see " + folder.resolve("smtp-sink.log"));
        }
        return new Sink(process);
    }

    record Sink(Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sends the same message again and again; returns messages a second. */
    double source(Path message, int messages, int connections) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        "smtp-source",
                        "-d",
                        "-m",
                        Integer.toString(messages),
                        "-s",
                        Integer.toString(connections),
                        "-f",
                        "bounce@return.sample-fx.example",
                        "-t",
                        "c1@mail.example",
                        "-F",
                        message.toString(),
                        "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("smtp-source.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new Trouble("smtp-source failed; see " + folder.resolve("smtp-source.log"));
        }
        return messages * 1e9 / (System.nanoTime() - began);
    }
}
