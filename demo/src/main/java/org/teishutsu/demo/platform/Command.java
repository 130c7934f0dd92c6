package org.teishutsu.demo.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived program and waits for it; its output goes to a log. */
final class Command {

    private static final long LIMIT_SECONDS = 120;

    private Command() {}

    /** The exit status. */
    static int run(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + LIMIT_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }

    /** PostgreSQL refuses root; in a user namespace of its own it is nobody, and the files are still its own. */
    static List<String> notAsRoot(Path log, List<String> command) throws IOException {
        if (!root()) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        if (!works(log, List.of("unshare", "-U", "true"))) {
            throw new Trouble("PostgreSQL does not run as root, and unshare -U is not allowed here:"
                    + " run the suite as an ordinary user.");
        }
        wrapped.addAll(command);
        return wrapped;
    }

    /** Whether the program is there and ends with 0. */
    static boolean works(Path log, List<String> command) {
        try {
            return run(log, command) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean root() {
        try {
            Process process = new ProcessBuilder("id", "-u").start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .strip()
                    .equals("0");
        } catch (IOException e) {
            return false;
        }
    }
}
