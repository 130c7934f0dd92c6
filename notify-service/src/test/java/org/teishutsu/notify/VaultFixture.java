package org.teishutsu.notify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where tests have the keys of their personal data: a folder of their own, in which the service makes them. */
public final class VaultFixture implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("teishutsu-keys-");
            return Map.of(
                    "vault.sealing-key-file",
                    folder.resolve("sealing.json").toString(),
                    "vault.lookup-key-file",
                    folder.resolve("lookup.json").toString(),
                    "vault.make-keys",
                    "true",
                    "vault.watch",
                    "100ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The database of the test ends with it, so nobody misses the keys.
    }
}
