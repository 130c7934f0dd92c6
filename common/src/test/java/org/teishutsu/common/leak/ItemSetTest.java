package org.teishutsu.common.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemSetTest {

    @Test
    void itemStandsOnceInTheOrderGiven() {
        assertThat(ItemSet.of("NAME", "EMAIL", "NAME")).containsExactly("NAME", "EMAIL");
    }

    @Test
    void labelIsNoCode() {
        assertThatThrownBy(() -> ItemSet.of("氏名"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a leak item's code: 氏名");
    }

    @Test
    void setHoldsWhatFitsTheMask() {
        assertThatThrownBy(() -> new ItemSet(
                        IntStream.rangeClosed(1, 64).mapToObj(i -> "I" + i).toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 63");
    }
}
