package org.teishutsu.notify.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {

    @TempDir
    Path folder;

    private KeySource source(@Nullable Path file, @Nullable String text, boolean make) {
        return new KeySource(new VaultConfig() {
            @Override
            public Optional<Path> sealingKeyFile() {
                return Optional.ofNullable(file);
            }

            @Override
            public Optional<String> sealingKeys() {
                return Optional.ofNullable(text);
            }

            @Override
            public Optional<Path> lookupKeyFile() {
                return Optional.empty();
            }

            @Override
            public Optional<String> lookupKeys() {
                return Optional.empty();
            }

            @Override
            public boolean makeKeys() {
                return make;
            }

            @Override
            public Duration watch() {
                return Duration.ofSeconds(5);
            }
        });
    }

    @Test
    void keysAreMadeForTheirOwnerAlone() throws Exception {
        Path file = folder.resolve("keys/sealing.json");
        KeySource source = source(file, null, true);
        source.makeMissing(KeyKind.SEALING);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        int key = source.read(KeyKind.SEALING).primary();
        source.makeMissing(KeyKind.SEALING);
        assertThat(source.read(KeyKind.SEALING).primary())
                .as("what is there stays")
                .isEqualTo(key);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void lostKeysAreMissedByName() {
        Path file = folder.resolve("sealing.json");
        KeySource source = source(file, null, false);
        source.makeMissing(KeyKind.SEALING);
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> source.requireGiven(KeyKind.SEALING, true))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Bring the file back from its copy");
    }

    @Test
    void whatIsNoKeySetIsNamedAndNotQuoted() throws Exception {
        Path file = Files.writeString(folder.resolve("sealing.json"), "{\"secret\":1}");
        assertThatThrownBy(() -> source(file, null, false).read(KeyKind.SEALING))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(file.toString())
                .hasNoCause();
        assertThatThrownBy(() -> source(null, "secret", false).read(KeyKind.SEALING))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("vault.sealing-keys")
                .hasMessageNotContaining("\"secret\"");
        assertThatThrownBy(() -> source(folder, null, false).read(KeyKind.SEALING))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> source(null, null, false).read(KeyKind.SEALING))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("VAULT_SEALING_KEY_FILE");
    }

    @Test
    void theConfigurationMayHoldTheKeysThemselves() {
        KeyRing ring = KeyRing.make(KeyKind.SEALING);
        KeySource source = source(null, ring.json(), false);
        assertThat(source.read(KeyKind.SEALING).ids()).isEqualTo(ring.ids());
        assertThat(source.canGrow(KeyKind.SEALING)).isFalse();
    }
}
