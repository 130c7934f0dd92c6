package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** The cells of a rejected row as they came, sealed for this row of this list. */
final class RejectedCells {

    private static final String COLUMN = "cells";

    private RejectedCells() {}

    static byte[] seal(Sealing sealing, UUID list, int rowNo, List<String> cells) {
        return sealing.seal(COLUMN, list, rowNo, Cells.pack(cells.toArray(String[]::new)));
    }

    static List<String> open(Vault vault, UUID list, int rowNo, byte[] sealed) {
        return Cells.unpack(vault.open(COLUMN, list, rowNo, sealed)).stream()
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }
}
