package org.teishutsu.notify.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys of personal data are: of each kind one file, or its text, for example from the environment. */
@ConfigMapping(prefix = "vault")
public interface VaultConfig {

    /** The keys that cells are sealed with: a Tink keyset as JSON. */
    Optional<Path> sealingKeyFile();

    /** The same as text; the file stays unread then. */
    Optional<String> sealingKeys();

    /** The keys of the look-up hashes: a Tink keyset as JSON. */
    Optional<Path> lookupKeyFile();

    /** The same as text; the file stays unread then. */
    Optional<String> lookupKeys();

    /** Whether key files that are not there are made, if the database holds nothing sealed yet. */
    @WithDefault("false")
    boolean makeKeys();

    /** How often a process looks for new keys and says which it has; a rotation waits for all of them. */
    @WithDefault("5s")
    Duration watch();
}
