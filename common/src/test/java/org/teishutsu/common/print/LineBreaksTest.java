package org.teishutsu.common.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void aClosingMarkStaysWithWhatItCloses() {
        assertThat(pieces("「検知」・「遮断」。")).containsExactly("「検", "知」・", "「遮", "断」。");
    }

    @Test
    void smallKanaAndLongVowelsStayWithWhatTheyFollow() {
        assertThat(pieces("ユーザーのチェック")).containsExactly("ユー", "ザー", "の", "チェッ", "ク");
    }

    @Test
    void aNumberStaysWithItsUnitAndSign() {
        assertThat(pieces("約￥12,500,000（税込）87.5％")).containsExactly("約", "￥12,500,000", "（税", "込）", "87.5％");
        assertThat(pieces("計112,364件")).containsExactly("計", "112,364件");
        assertThat(pieces("電話03-0000-0000番")).containsExactly("電", "話", "03-0000-0000", "番");
    }

    @Test
    void wordsOfLatinLettersAreNotBroken() {
        assertThat(pieces("log access を見る")).containsExactly("log ", "access ", "を", "見", "る");
        assertThat(pieces("サンプルＦＸ社")).endsWith("ル", "ＦＸ", "社");
    }

    @Test
    void anIdeographicSpaceDoesNotBeginALine() {
        assertThat(pieces("見本　一郎")).containsExactly("見", "本　", "一", "郎");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCut() {
        assertThat(pieces("𠮷野𠮷")).containsExactly("𠮷", "野", "𠮷");
    }

    @Test
    void aLongWordMayBeBrokenAnywhereButNotBeforeAMark() {
        LineBreaks anywhere = LineBreaks.anywhere();
        anywhere.setText("ab.c");
        assertThat(List.of(anywhere.next(), anywhere.next(), anywhere.next(), anywhere.next()))
                .containsExactly(1, 3, 4, BreakIterator.DONE);
    }

    @Test
    void ofNoTextIsThePositionDone() {
        LineBreaks breaks = LineBreaks.betweenWords();
        breaks.setText("");
        assertThat(breaks.next()).isEqualTo(BreakIterator.DONE);
    }

    @Test
    void anyTextIsCoveredInOrderAndNoPieceBeginsOrEndsWrongly() {
        String alphabet = "検知あア々ー・、。「」（）『』〈〉…‥～〻￥％％件年 　aZ09,.-/#@𠮷髙";
        int[] letters = alphabet.codePoints().toArray();
        Random random = new Random(20170728);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(30, 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
            List<String> pieces = pieces(text.toString());
            assertThat(String.join("", pieces)).isEqualTo(text.toString());
            pieces.stream()
                    .skip(1)
                    .forEach(piece -> assertThat(LineBreaks.NOT_AT_LINE_START.indexOf(piece.codePointAt(0)))
                            .as("%s begins a line in %s", piece, text)
                            .isNegative());
            pieces.stream()
                    .limit(pieces.size() - 1L)
                    .forEach(piece -> assertThat(
                                    LineBreaks.NOT_AT_LINE_END.indexOf(piece.codePointBefore(piece.length())))
                            .as("%s ends a line in %s", piece, text)
                            .isNegative());
        }
    }

    private static List<String> pieces(String text) {
        LineBreaks breaks = LineBreaks.betweenWords();
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
