package org.teishutsu.platform.audit;

import java.time.Instant;

/**
 * One call that wanted to change something.
 *
 * @param status the HTTP status it was answered with; 4xx changed nothing
 */
public record AuditEntry(long id, Instant recordedAt, String who, String method, String path, int status) {}
