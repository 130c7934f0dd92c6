package org.teishutsu.report.publicnotice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.publicnotice.PublishedFigureView.Certainty;

/**
 * Two figures of one incident that do not agree, without an explanation.
 *
 * @param why in the words a page shows
 */
record Contradiction(PublishedFigureView earlier, PublishedFigureView later, String why) {

    /**
     * Goes through figures in the order they were published, records and persons apart.
     *
     * <p>A later number is explained by its own words or by its notice, if that replaces the earlier's or adds to it, directly
     * or through others. What was confirmed and is estimated again needs words in any case, and so do two numbers that one
     * notice says at once.
     */
    static List<Contradiction> among(List<PublishedFigureView> published, List<PublicNoticeView> notices) {
        Map<UUID, Set<UUID>> earlierOnes = earlierOnes(notices);
        List<Contradiction> found = new ArrayList<>();
        Map<PublishedFigureView.Unit, PublishedFigureView> last = new HashMap<>();
        for (PublishedFigureView figure : published) {
            PublishedFigureView before = last.put(figure.unit(), figure);
            if (before != null && figure.explanation() == null) {
                String why = why(before, figure, earlierOnes);
                if (why != null) {
                    found.add(new Contradiction(before, figure, why));
                }
            }
        }
        return found;
    }

    private static @Nullable String why(
            PublishedFigureView before, PublishedFigureView figure, Map<UUID, Set<UUID>> earlierOnes) {
        if (before.certainty() == Certainty.CONFIRMED && figure.certainty() == Certainty.ESTIMATED) {
            return "確定として公表した件数を、説明なく推定に戻している。";
        }
        if (before.number() == figure.number()) {
            return null;
        }
        if (before.notice() != null && before.notice().equals(figure.notice())) {
            return "一つのお知らせで異なる件数を公表している。";
        }
        boolean related = figure.notice() != null
                && before.notice() != null
                && earlierOnes.getOrDefault(figure.notice(), Set.of()).contains(before.notice());
        return related ? null : "先に公表した件数との違いを説明しておらず、先のお知らせとの関係（差替え又は追加）も示していない。";
    }

    /** Every notice that a notice replaces or adds to, directly or through others. */
    private static Map<UUID, Set<UUID>> earlierOnes(List<PublicNoticeView> notices) {
        Map<UUID, List<NoticeRelation>> relations = new HashMap<>();
        notices.forEach(notice -> relations.put(notice.id(), notice.relations()));
        Map<UUID, Set<UUID>> all = new HashMap<>();
        notices.forEach(notice -> {
            Set<UUID> seen = new HashSet<>();
            follow(notice.id(), relations, seen);
            all.put(notice.id(), seen);
        });
        return all;
    }

    private static void follow(UUID notice, Map<UUID, List<NoticeRelation>> relations, Set<UUID> seen) {
        for (NoticeRelation relation : relations.getOrDefault(notice, List.of())) {
            if (seen.add(relation.notice())) {
                follow(relation.notice(), relations, seen);
            }
        }
    }
}
