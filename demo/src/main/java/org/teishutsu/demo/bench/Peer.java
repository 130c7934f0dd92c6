package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.teishutsu.demo.platform.Trouble;

/** A mail library used bare, as bench/peers does it: in a process of its own, with the heap the service has. */
record Peer(String name, Path project, Path folder) {

    private static final String RATE = "messages a second: ";

    /** Messages a second after the warm-up. */
    double send(int port, int connections, int messages, int warmUp, Path text)
            throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dquarkus.mailer.port=" + port,
                        "-Dquarkus.mailer.max-pool-size=" + connections,
                        "-jar",
                        project.resolve("bench/peers/target/quarkus-app/quarkus-run.jar")
                                .toString(),
                        name,
                        Integer.toString(port),
                        Integer.toString(connections),
                        Integer.toString(messages + warmUp),
                        Integer.toString(warmUp),
                        text.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.waitFor();
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(RATE))
                .map(line -> Double.valueOf(line.substring(RATE.length())))
                .findFirst()
                .orElseThrow(() -> new Trouble(name + " did not get through; see " + log));
    }
}
