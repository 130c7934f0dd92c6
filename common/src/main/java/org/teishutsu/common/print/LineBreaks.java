package org.teishutsu.common.print;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line of Japanese text may end (禁則処理, JIS X 4051): never before a closing bracket, a small kana or a mark,
 * never after an opening bracket, and not between a number and its unit.
 */
public final class LineBreaks {
    /** 行頭禁則文字. The default breaker of the renderer lets ・ 〻 ～ and others through. */
    public static final String NOT_AT_LINE_START = "、。，．,.・･:;：；?!？！‼⁇⁈⁉゛゜´｀¨ヽヾゝゞ々〻ー―‐–—-－〜～…‥/／"
            + ")）]］}｝〕〉》」』】〙〗〟’”»｠%％‰°′″℃㎡"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

    /** 行末禁則文字. */
    public static final String NOT_AT_LINE_END = "(（[［{｛〔〈《「『【〘〖〝‘“«｟￥¥＄$£￡＃#№〒";

    private static final String UNITS = "年月日時分秒件人名円社回本通号条項章節頁第歳";

    private final boolean insideWords;
    private final BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";
    private int position;
    private int wordBreak;

    private LineBreaks(boolean insideWords) {
        this.insideWords = insideWords;
    }

    /** Where lines end as long as words fit into them. */
    public static LineBreaks betweenWords() {
        return new LineBreaks(false);
    }

    /** For a word that is longer than its line. */
    public static LineBreaks anywhere() {
        return new LineBreaks(true);
    }

    /** Begins with another text. */
    public void setText(String newText) {
        text = newText;
        words.setText(newText);
        position = 0;
        wordBreak = 0;
    }

    /** The next position at which a line may end, the end of the text included; then {@link BreakIterator#DONE}. */
    public int next() {
        if (position >= text.length()) {
            return BreakIterator.DONE;
        }
        do {
            position = text.offsetByCodePoints(position, 1);
        } while (position < text.length() && !mayBreakHere());
        return position;
    }

    private boolean mayBreakHere() {
        int before = text.codePointBefore(position);
        int after = text.codePointAt(position);
        return !isForbidden(before, after) && (insideWords || isWide(before) || isWide(after) || isWordBreak());
    }

    private static boolean isForbidden(int before, int after) {
        return NOT_AT_LINE_START.indexOf(after) >= 0
                || NOT_AT_LINE_END.indexOf(before) >= 0
                || Character.isSpaceChar(after)
                || Character.getType(after) == Character.NON_SPACING_MARK
                || (isDigit(before) && UNITS.indexOf(after) >= 0)
                || (before == '-' && isDigit(after)); // telephone numbers, postal codes
    }

    private boolean isWordBreak() {
        while (wordBreak != BreakIterator.DONE && wordBreak < position) {
            wordBreak = words.next();
        }
        return wordBreak == position;
    }

    /** Whether a character stands for itself, so that a line may end on either side of it. */
    private static boolean isWide(int c) {
        boolean punctuation = (c > 0x3000 && c <= 0x303F) || (c >= 0x30FB && c <= 0x30FC);
        boolean fullWidthSign = c >= 0xFF00 && c <= 0xFF60 && !Character.isLetterOrDigit(c);
        return Character.isIdeographic(c)
                || punctuation
                || fullWidthSign
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }
}
