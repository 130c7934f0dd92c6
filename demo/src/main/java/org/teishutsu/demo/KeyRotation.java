package org.teishutsu.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** The command {@code rotate-keys}: has the running suite replace the keys of personal data, and waits for it. */
final class KeyRotation {

    private static final long LOOK_MILLIS = 1000;

    private final Settings settings;
    private final Screen screen;

    KeyRotation(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /** May be ended and run again at any time: the suite goes on by itself. */
    void run() throws IOException, InterruptedException {
        RunFolder run = new RunFolder(settings.run());
        if (!Files.exists(run.credentials())) {
            throw new Trouble(run.root() + " holds no suite: start one with ./suite up, or set TEISHUTSU_RUN.");
        }
        Api service = new Callers(settings, Credentials.of(run.credentials())).notify("service");
        JsonNode state = service.post("/vault/rotation", Api.JSON.createObjectNode());
        long left = -1;
        while (state.path("rotating").asBoolean()) {
            if (state.path("left").asLong() != left) {
                left = state.path("left").asLong();
                screen.line(left + " rows are still to be sealed or hashed anew");
            }
            if (state.path("waitingFor").asInt() > 0) {
                screen.line("waiting for " + state.path("waitingFor") + " processes to learn of the new keys");
            }
            Thread.sleep(LOOK_MILLIS);
            state = service.get("/vault");
        }
        screen.line(
                "Done. The keys are in " + run.sealingKeys().getParent() + "; what the old ones opened is under the new"
                        + " ones now. Keep *-retired-*.json as long as you keep backups from before, then delete it.");
    }
}
