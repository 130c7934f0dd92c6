package org.teishutsu.report.publicnotice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notice as the other features and the API see it. */
public record PublicNoticeView(
        UUID id,
        String title,
        String text,
        Instant publishedAt,
        List<NoticeRelation> relations,
        Instant recordedAt,
        String by) {}
