package org.teishutsu.notify.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81-90", "-5", "@SUM(A1)", "\tx", "\rx"})
    void formulasAreNeutralised(String formula) {
        assertThat(CsvCell.neutralised(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "山田", "'s-Hertogenbosch", "a=b", "=1", "'=1", "''=1", "'", "+81"})
    void everyTextComesBackAsItWas(String text) {
        assertThat(CsvCell.restored(CsvCell.neutralised(text))).isEqualTo(text);
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(CsvCell.neutralised("東京都")).isEqualTo("東京都");
        assertThat(CsvCell.restored("'t Hooft")).isEqualTo("'t Hooft");
    }
}
