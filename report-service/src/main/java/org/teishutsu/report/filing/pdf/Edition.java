package org.teishutsu.report.filing.pdf;

import java.time.Instant;

/**
 * Which printing of a content is meant.
 *
 * @param draft every page carries the mark 案
 * @param drill every page carries the mark 訓練
 * @param createdAt printed nowhere; the creation date of the file: the instant of release
 */
public record Edition(Rendering rendering, boolean draft, boolean drill, Instant createdAt) {}
