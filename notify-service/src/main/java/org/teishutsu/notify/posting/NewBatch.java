package org.teishutsu.notify.posting;

import java.time.LocalDate;
import java.util.UUID;

/** A batch that has been printed just now. */
record NewBatch(UUID id, UUID campaign, UUID template, LocalDate dated, String sha256, String by) {}
