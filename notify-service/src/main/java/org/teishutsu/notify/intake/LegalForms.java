package org.teishutsu.notify.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the names of firms and bodies (御中) from those of people (様), for lists that do not say which is which. Careful
 * with people: a form counts only where no name of a person can have it.
 */
final class LegalForms {

    /** Wherever they stand: 見本協会東京支部. */
    private static final List<String> ANYWHERE = List.of(
            "会社", "法人", "組合", "協会", "財団", "社団", "信用金庫", "労働金庫", "公庫", "連合会", "商工会", "学校", "病院", "医院", "診療所", "クリニック",
            "事務所", "研究所", "委員会", "協議会", "後援会", "同窓会", "自治会", "町内会", "機構", "公社", "連盟", "幼稚園", "保育園", "教会", "(株)", "(有)",
            "Inc.", "Ltd", "LLC", "Co.,", "Corp.");

    /**
     * At the end, behind two characters or more: 白銀行雄 and 白銀 行 are people, and so is 学 園子. A university is not among
     * them: 大学 is a given name, too.
     */
    private static final Pattern AT_THE_END = Pattern.compile(".*[^\\s]{2}(銀行|銀行[^\\s]*支店|学園|学院|基金|神社)");

    /** In brackets at the beginning, as forms: elsewhere they may be a remark on a person. */
    private static final Pattern IN_FRONT =
            Pattern.compile("\\((名|資|同|学|医|医社|医財|福|社福|宗|財|一財|公財|社|一社|公社|協|特|特非|独|監|NPO)\\).+");

    private LegalForms() {}

    /** Whether nobody but a firm or a body is called so. */
    static boolean in(String name) {
        // ㈱, ㍿ and （株） are (株), ㍿ is 株式会社; of what is stored nothing changes.
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
        for (String form : ANYWHERE) {
            if (text.contains(form)) {
                return true;
            }
        }
        return AT_THE_END.matcher(text).matches() || IN_FRONT.matcher(text).matches();
    }
}
