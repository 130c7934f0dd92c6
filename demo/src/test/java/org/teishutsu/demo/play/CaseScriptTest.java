package org.teishutsu.demo.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseScriptTest {

    @Test
    void theClockOnlyGoesForward() throws Exception {
        List<Instant> times = new ArrayList<>();
        try (InputStream play = CasePlay.class.getResourceAsStream("/case-2017.json")) {
            Api.JSON.readTree(play).path("steps").forEach(line -> times.add(new Step(line).at()));
        }
        assertThat(times).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(60);
        assertThat(times.get(0)).isEqualTo(Instant.parse("2017-07-13T06:30:00Z"));
    }

    @Test
    void aNameStandsForItsValueWithItsType() throws Exception {
        Bindings bindings = new Bindings();
        bindings.bind("number", IntNode.valueOf(2_455));
        bindings.bind("order", TextNode.valueOf("4711"));
        assertThat(bindings.fill(Api.JSON.readTree("{\"a\":[\"${number}\"],\"b\":\"x ${order}\",\"c\":null}")))
                .isEqualTo(Api.JSON.readTree("{\"a\":[2455],\"b\":\"x 4711\",\"c\":null}"));
        assertThat(bindings.fill("/orders/${order}/release")).isEqualTo("/orders/4711/release");
    }

    @Test
    void aNameNobodyGaveStopsThePlay() {
        assertThatThrownBy(() -> new Bindings().fill("/orders/${order}"))
                .hasMessageContaining("${order} before it is known");
    }
}
