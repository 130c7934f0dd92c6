package org.teishutsu.report.publicnotice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.teishutsu.report.publicnotice.NoticeRelation.Kind;

/**
 * What was said in public, the latest first, and what became of each (更新履歴).
 *
 * @param entries one a notice
 */
record ChangeLog(List<Entry> entries) {

    /**
     * One notice.
     *
     * @param current whether nothing has replaced it
     * @param relations to earlier notices
     * @param figures what it said in numbers, as far as a second person has approved them
     * @param replacedBy titles and dates of those that took its place
     */
    record Entry(
            UUID id,
            Instant publishedAt,
            String title,
            boolean current,
            List<Said> figures,
            List<Reference> relations,
            List<Reference> replacedBy) {}

    /** A number, and of what. */
    record Said(
            String incident,
            String title,
            long number,
            PublishedFigureView.Unit unit,
            PublishedFigureView.Certainty certainty) {}

    /** Another notice, and how the later stands to the earlier of the two. */
    record Reference(UUID notice, Kind kind, String title, Instant publishedAt) {}

    static ChangeLog of(List<PublicNoticeView> notices, Map<UUID, List<Said>> figures) {
        Map<UUID, PublicNoticeView> byId = new HashMap<>();
        notices.forEach(notice -> byId.put(notice.id(), notice));
        Map<UUID, List<Reference>> replacing = new HashMap<>();
        for (PublicNoticeView notice : notices) {
            notice.relations().stream()
                    .filter(relation -> relation.kind() == Kind.REPLACES)
                    .forEach(relation -> replacing
                            .computeIfAbsent(relation.notice(), id -> new ArrayList<>())
                            .add(reference(notice, relation.kind())));
        }
        return new ChangeLog(notices.stream()
                .sorted(Comparator.comparing(PublicNoticeView::publishedAt).reversed())
                .map(notice -> entry(
                        notice,
                        byId,
                        figures.getOrDefault(notice.id(), List.of()),
                        replacing.getOrDefault(notice.id(), List.of())))
                .toList());
    }

    private static Entry entry(
            PublicNoticeView notice, Map<UUID, PublicNoticeView> byId, List<Said> figures, List<Reference> replacedBy) {
        List<Reference> relations = notice.relations().stream()
                .filter(relation -> byId.containsKey(relation.notice()))
                .map(relation -> {
                    PublicNoticeView earlier = byId.get(relation.notice());
                    return reference(Objects.requireNonNull(earlier), relation.kind());
                })
                .toList();
        return new Entry(
                notice.id(),
                notice.publishedAt(),
                notice.title(),
                replacedBy.isEmpty(),
                figures,
                relations,
                replacedBy);
    }

    private static Reference reference(PublicNoticeView notice, Kind kind) {
        return new Reference(notice.id(), kind, notice.title(), notice.publishedAt());
    }
}
