package org.teishutsu.notify.vault;

import jakarta.inject.Singleton;
import java.util.List;

/** Says how far a rotation is. */
@Singleton
class VaultInsight {

    private final KeyRegister register;
    private final KeyHolders holders;
    private final Resealing resealing;
    private final Rehashing rehashing;

    VaultInsight(KeyRegister register, KeyHolders holders, Resealing resealing, Rehashing rehashing) {
        this.register = register;
        this.holders = holders;
        this.resealing = resealing;
        this.rehashing = rehashing;
    }

    VaultView view() {
        List<KeyRegister.Entry> entries = register.entries();
        long left = 0;
        int waitingFor = 0;
        for (KeyRegister.Entry entry : entries) {
            if (entry.state() == KeyState.COMING) {
                waitingFor = Math.max(waitingFor, holders.lacking(entry.kind(), entry.id()));
                left += entry.kind() == KeyKind.LOOKUP ? rehashing.left(entry.id()) : resealing.left(entry.id());
            } else if (entry.state() == KeyState.LEAVING) {
                left += resealing.left(register.active(KeyKind.SEALING).orElseThrow());
            }
        }
        return new VaultView(
                Rotation.underWay(entries),
                left,
                waitingFor,
                entries.stream()
                        .map(entry -> new VaultView.Key(
                                entry.kind().name(),
                                Proof.name(entry.id()),
                                entry.state().name()))
                        .toList());
    }
}
