package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemWordsTest {

    private static final long NAME = 1;
    private static final long NAME_KANA = 1 << 1;
    private static final long EMAIL = 1 << 2;
    private static final long BIRTH_DATE = 1 << 7;
    private static final long IDENTITY = 1 << 9;

    private final ItemWords words = new ItemWords(Lists.FULL_CATALOGUE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME|EMAIL|BIRTH_DATE",
                "name; email; birth_date",
                "氏名、メールアドレス、生年月日",
                "氏名・ﾒｰﾙｱﾄﾞﾚｽ・生年月日",
                "氏名･メールアドレス,BIRTH_DATE",
                "氏名｜ＥＭＡＩＬ；生年月日",
                "氏名\nメールアドレス\n生年月日",
            })
    void itemsAreNamedByCodeOrLabelAndJoinedInManyWays(String cell) {
        assertThat(words.mask(cell)).isEqualTo(NAME | EMAIL | BIRTH_DATE);
    }

    @Test
    void aLabelMayHoldAMiddleDot() {
        assertThat(words.mask("氏名・カナ")).isEqualTo(IDENTITY);
        assertThat(words.mask("生年月日・氏名・カナ・メールアドレス")).isEqualTo(BIRTH_DATE | IDENTITY | EMAIL);
        assertThat(words.mask("氏名（カナ）")).isEqualTo(NAME_KANA);
        assertThat(words.mask("氏名、メールアドレス")).isEqualTo(NAME | EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME||EMAIL", "NAME|", "|", "SALARY", "氏名、年収", "氏名カナメール", "氏名・"})
    void whatIsNoItemIsUnknown(String cell) {
        assertThat(words.mask(cell)).isEqualTo(ItemWords.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "１, true",
        "○, true",
        "◯, true",
        "〇, true",
        "✓, true",
        "✔, true",
        "✔\uFE0F, true",
        "x, true",
        "Ｘ, true",
        "Y, true",
        "はい, true",
        "有, true",
        "'', false",
        "' ', false",
        "0, false",
        "×, false",
        "-, false",
        "－, false",
        "N, false",
        "いいえ, false",
        "無, false"
    })
    void marksSayYesOrNo(String cell, boolean yes) {
        assertThat(words.marked(cell)).isEqualTo(yes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1980/1/1", "?", "△", "✗", "o"})
    void otherSignsSayNeither(String cell) {
        assertThat(words.marked(cell)).isNull();
    }
}
