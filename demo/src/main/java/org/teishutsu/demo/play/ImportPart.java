package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.terminal.ProgressBar;
import org.teishutsu.demo.terminal.Screen;

/** Hands in a list and has a second person apply it. */
final class ImportPart {

    private final Callers callers;
    private final RunFolder run;
    private final CaseRecord record;
    private final Screen screen;

    ImportPart(Callers callers, RunFolder run, CaseRecord record, Screen screen) {
        this.callers = callers;
        this.run = run;
        this.record = record;
        this.screen = screen;
    }

    void play(Step step) throws IOException {
        String incident = step.text("incident");
        String user = step.text("user");
        long began = System.nanoTime();
        JsonNode staged = handIn(incident, user);
        refusedToTheOfficer(staged, user);
        String path = "/imports/" + staged.path("id").asText();
        String rejections = new String(callers.notify(user).bytes(path + "/rejections.csv"), StandardCharsets.UTF_8);
        JsonNode applied = callers.notify(step.text("approve")).post(path + "/application", digest(staged));
        record.took("import " + incident, Duration.ofNanos(System.nanoTime() - began));
        record.imported(
                incident, applied, rejections, callers.notify(user).get("/exposures/" + incident + "/combinations"));
    }

    private JsonNode handIn(String incident, String user) throws IOException {
        Path list = run.input().resolve(incident + ".csv");
        try (ProgressBar bar = screen.bar("import " + incident + " (bytes)", Files.size(list))) {
            return callers.notify(user)
                    .postCsv(
                            "/incidents/" + incident + "/imports?name=" + list.getFileName(), () -> watched(list, bar));
        }
    }

    /** What was looked at is applied by a second person only, and only as it was looked at. */
    private void refusedToTheOfficer(JsonNode staged, String user) {
        String path = "/imports/" + staged.path("id").asText() + "/application";
        Api.Answer own = callers.notify(user).attempt("POST", path, digest(staged));
        record.refusal(RefusalPart.refusal("an officer applies an import", 403, "forbidden", own));
        Api.Answer other = callers.notify("approver")
                .attempt("POST", path, JsonNodeFactory.instance.objectNode().put("digest", "0".repeat(64)));
        record.refusal(RefusalPart.refusal("an import is applied under another digest", 409, "changed-since", other));
    }

    static ObjectNode digest(JsonNode view) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("digest", view.path("digest").asText());
    }

    private static InputStream watched(Path list, ProgressBar bar) {
        try {
            return new Watched(Files.newInputStream(list), bar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the bar as the list is read. */
    private static final class Watched extends FilterInputStream {

        private final ProgressBar bar;
        private long read;

        Watched(InputStream in, ProgressBar bar) {
            super(in);
            this.bar = bar;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            bar.at(read);
            return count;
        }
    }
}
