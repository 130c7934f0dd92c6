package org.teishutsu.notify.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;

/**
 * Reads which items leaked from a cell that names them, or from one that marks one of them. For one thread: it remembers
 * what it was asked.
 */
final class ItemWords {

    /** What no mask is. */
    static final long UNKNOWN = -1;

    static final Set<String> YES = Set.of(
            "1", "○", "◯", "〇", "●", "◎", "✓", "✔", "☑", "✅", "x", "レ", "y", "yes", "true", "はい", "有", "有り", "あり", "該当",
            "対象", "漏えい", "漏洩", "流出");

    static final Set<String> NO = Set.of(
            "", "0", "×", "-", "‐", "−", "–", "—", "―", "ー", "n", "no", "false", "いいえ", "無", "無し", "なし", "非該当", "対象外");

    private static final String SEPARATORS = "|;,、・\n";
    private static final int LONGEST_LABEL_IN_PARTS = 5;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Long> names = new HashMap<>();
    private final Map<String, Long> asked = new HashMap<>();
    private final Map<String, Boolean> marks = new HashMap<>();

    ItemWords(ItemCatalogue catalogue) {
        for (CataloguedItem item : catalogue.items()) {
            names.put(Folding.withDots(item.label()), item.mask());
        }
        for (CataloguedItem item : catalogue.items()) {
            names.put(Folding.withDots(item.code()), item.mask());
        }
    }

    /** The items a cell names by code or label; {@link #UNKNOWN} if one of them is none, or nothing stands between two separators. */
    long mask(String text) {
        Long known = asked.get(text);
        if (known == null) {
            known = read(text);
            if (asked.size() < REMEMBERED) {
                asked.put(text, known);
            }
        }
        return known;
    }

    /** Whether a cell says that its column's item leaked; null if it says neither. */
    @Nullable Boolean marked(String text) {
        Boolean known = marks.get(text);
        if (known == null) {
            String sign = Folding.ofSigns(text);
            known = YES.contains(sign) ? Boolean.TRUE : NO.contains(sign) ? Boolean.FALSE : null;
            if (known != null && marks.size() < REMEMBERED) {
                marks.put(text, known);
            }
        }
        return known;
    }

    private long read(String text) {
        List<String> parts = new ArrayList<>();
        List<Character> between = new ArrayList<>();
        split(Folding.ofSigns(text), parts, between);
        long mask = 0;
        for (int from = 0; from < parts.size(); ) {
            int to = longestName(parts, between, from);
            if (to == from) {
                return UNKNOWN;
            }
            mask |= names.getOrDefault(joined(parts, between, from, to), 0L);
            from = to;
        }
        return mask;
    }

    private static void split(String text, List<String> parts, List<Character> between) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(start, i));
                between.add(text.charAt(i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
    }

    /** A label may hold a middle dot itself, so the longest run of parts that is one goes first. */
    private int longestName(List<String> parts, List<Character> between, int from) {
        for (int to = Math.min(parts.size(), from + LONGEST_LABEL_IN_PARTS); to > from; to--) {
            if (names.containsKey(joined(parts, between, from, to))) {
                return to;
            }
        }
        return from;
    }

    private static String joined(List<String> parts, List<Character> between, int from, int to) {
        StringBuilder name = new StringBuilder(parts.get(from));
        for (int i = from + 1; i < to; i++) {
            if (between.get(i - 1) != '・') {
                return "|";
            }
            name.append('・').append(parts.get(i));
        }
        return Folding.withDots(name.toString());
    }
}
