package org.teishutsu.notify.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID ROW = new UUID(1, 2);
    private static final byte[] PLAIN = "見本 花子".getBytes(StandardCharsets.UTF_8);

    private final SealingKey key = sealing(KeyRing.make(KeyKind.SEALING));

    private static SealingKey sealing(KeyRing ring) {
        return Objects.requireNonNull(ring.sealing().get(ring.primary()));
    }

    @Test
    void aCellOpensWhereItBelongs() {
        byte[] sealed = key.seal("contact", ROW, 0, PLAIN);
        assertThat(key.open("contact", ROW, 0, sealed)).isEqualTo(PLAIN);
        assertThat(SealingKey.idIn(sealed)).isEqualTo(key.id());
        assertThat(key.seal("contact", ROW, 0, PLAIN))
                .as("the same twice does not look the same")
                .isNotEqualTo(sealed);
    }

    @Test
    void aCellMovedElsewhereDoesNotOpen() {
        byte[] sealed = key.seal("contact", ROW, 1, PLAIN);
        assertThatThrownBy(() -> key.open("contact", new UUID(1, 3), 1, sealed)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> key.open("contact", ROW, 2, sealed)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> key.open("cells", ROW, 1, sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void aCellChangedInOneBitDoesNotOpen() {
        byte[] sealed = key.seal("contact", ROW, 0, PLAIN);
        for (int at = 5; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> key.open("contact", ROW, 0, changed)).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void columnsHashTheSameTextDifferently() {
        KeyRing ring = KeyRing.make(KeyKind.LOOKUP);
        LookupKey lookup = Objects.requireNonNull(ring.lookup().get(ring.primary()));
        assertThat(lookup.of("email_key", "a@example.jp"))
                .hasSize(16)
                .isEqualTo(lookup.of("email_key", "a@example.jp"))
                .isNotEqualTo(lookup.of("name_key", "a@example.jp"));
    }

    @Test
    void textsOfACellComeBackAsTheyWere() {
        String[] texts = {null, "", "見本　花子", "x".repeat(200), "y".repeat(20_000), "𠮷", null};
        assertThat(Cells.unpack(Cells.pack(texts))).containsExactly(texts);
        assertThat(Cells.unpack(Cells.pack())).isEmpty();
    }

    @Test
    void keysOfAnotherDatabaseAreRefusedByName() {
        for (KeyKind kind : KeyKind.values()) {
            KeyRing right = KeyRing.make(kind);
            List<KeyRegister.Entry> database = List.of(new KeyRegister.Entry(
                    kind, right.primary(), KeyState.ACTIVE, Proof.by(right, kind, right.primary())));
            Proof.check(database, kind, right, "the file");
            KeyRing wrong = KeyRing.make(kind);
            assertThatThrownBy(() -> Proof.check(database, kind, wrong, "the file"))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("under the " + kind.word() + " key " + Proof.name(right.primary()))
                    .hasMessageContaining("Give this service the keys that belong to this database");
        }
    }

    @Test
    void aKeySetGrowsAndShrinks() throws Exception {
        KeyRing one = KeyRing.make(KeyKind.SEALING);
        KeyRing two = KeyRing.parse(KeyKind.SEALING, one.grown(KeyKind.SEALING).json());
        assertThat(two.ids()).hasSize(2).contains(one.primary());
        KeyRing other = two.without(KeyKind.SEALING, one.primary());
        assertThat(other.ids()).hasSize(1).doesNotContain(one.primary());
        byte[] sealed = sealing(other).seal("contact", ROW, 0, PLAIN);
        assertThat(Objects.requireNonNull(two.sealing().get(other.primary())).open("contact", ROW, 0, sealed))
                .isEqualTo(PLAIN);
        assertThat(two.only(KeyKind.SEALING, one.primary()).ids()).containsExactly(one.primary());
    }

    @Test
    void keysAreNotPrinted() {
        KeyRing ring = KeyRing.make(KeyKind.SEALING);
        assertThat(ring.toString()).isEqualTo("KeyRing[" + ring.primary() + "]");
    }
}
