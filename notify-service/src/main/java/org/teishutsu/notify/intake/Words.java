package org.teishutsu.notify.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/** By which words a list may say what this service has a constant for. For one thread: it remembers what it was asked. */
final class Words<E> {

    static final Map<Party, List<String>> OF_PARTIES = Map.of(
            Party.INDIVIDUAL, List.of("個人", "個人顧客", "個人のお客様", "自然人", "person", "personal"),
            Party.LEGAL_ENTITY, List.of("法人", "法人顧客", "法人のお客様", "団体", "会社", "company", "corporate", "corporation"));

    static final Map<RecipientStatus, List<String>> OF_STATUSES = Map.of(
            RecipientStatus.CURRENT,
                    List.of(
                            "現在", "現顧客", "契約中", "取引中", "利用中", "稼働", "稼働中", "有効", "会員", "口座開設済", "口座開設済み", "開設済", "開設済み",
                            "active"),
            RecipientStatus.FORMER,
                    List.of(
                            "解約",
                            "解約済",
                            "解約済み",
                            "退会",
                            "退会済",
                            "退会済み",
                            "元顧客",
                            "過去",
                            "口座解約",
                            "口座閉鎖",
                            "閉鎖",
                            "閉鎖済",
                            "closed",
                            "inactive"),
            RecipientStatus.APPLICANT,
                    List.of(
                            "申込のみ", "申込み のみ", "申し込みのみ", "申込", "申込み", "申し込み", "申込中", "申込者", "見込客", "未開設", "口座未開設",
                            "資料請求", "セミナー", "セミナー申込", "applied"));

    /** Cells of a column repeat: past this many different ones it is a column of something else. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, E> folded = new HashMap<>();
    private final Map<String, Optional<E>> asked = new HashMap<>();

    private Words() {}

    static <E extends Enum<E>> Words<E> of(Map<E, List<String>> words) {
        Words<E> known = new Words<>();
        words.forEach((constant, names) -> {
            known.folded.put(Folding.of(constant.name()), constant);
            names.forEach(name -> known.folded.put(Folding.of(name), constant));
        });
        return known;
    }

    Optional<E> find(String text) {
        Optional<E> known = asked.get(text);
        if (known == null) {
            known = Optional.ofNullable(folded.get(Folding.of(text)));
            if (asked.size() < REMEMBERED) {
                asked.put(text, known);
            }
        }
        return known;
    }
}
