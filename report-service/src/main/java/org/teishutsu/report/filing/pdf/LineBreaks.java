package org.teishutsu.report.filing.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line of Japanese text may end (禁則処理, JIS X 4051): never before a closing bracket, a small kana or a mark,
 * never after an opening bracket, and not between a number and its unit.
 */
final class LineBreaks implements FSTextBreaker {
    /** 行頭禁則文字. The default breaker of the renderer lets ・ 〻 ～ and others through. */
    static final String NOT_AT_LINE_START = "、。，．,.・･:;：；?!？！‼⁇⁈⁉゛゜´｀¨ヽヾゝゞ々〻ー―‐–—-〜～…‥"
            + ")）]］}｝〕〉》」』】〙〗〟’”»｠%％‰°′″℃㎡"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

    /** 行末禁則文字. */
    static final String NOT_AT_LINE_END = "(（[［{｛〔〈《「『【〘〖〝‘“«｟￥¥＄$£￡＃#№〒";

    private static final String UNITS = "年月日時分秒件人名円社回本通号条項章節頁第歳％%";

    private final BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        words.setText(newText);
    }

    /** The next position at which a line may end; {@link BreakIterator#DONE} after the end of the text. */
    @Override
    public int next() {
        int position = words.next();
        while (position != BreakIterator.DONE && position < text.length() && !mayBreakAt(position)) {
            position = words.next();
        }
        return position;
    }

    private boolean mayBreakAt(int position) {
        char before = text.charAt(position - 1);
        char after = text.charAt(position);
        boolean numberAndUnit = isDigit(before) && UNITS.indexOf(after) >= 0;
        return NOT_AT_LINE_START.indexOf(after) < 0 && NOT_AT_LINE_END.indexOf(before) < 0 && !numberAndUnit;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }
}
