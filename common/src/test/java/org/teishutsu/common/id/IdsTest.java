package org.teishutsu.common.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idIsAVersion7UuidThatSortsByTime() {
        UUID earlier = Ids.of(1_500_000_000_000L, -1L, -1L);
        UUID later = Ids.of(1_500_000_000_001L, 0L, 0L);
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void idsDiffer() {
        assertThat(Ids.next()).isNotEqualTo(Ids.next());
    }
}
