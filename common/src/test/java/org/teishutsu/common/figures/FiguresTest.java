package org.teishutsu.common.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.leak.ItemSet;

class FiguresTest {

    private static final Instant AS_OF = Instant.parse("2017-08-08T15:00:00Z");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static Figures figures() {
        IncidentFigures second = new IncidentFigures(
                "2017-attack",
                3,
                List.of(new Combination(ItemSet.of("NAME", "EMAIL"), 2), new Combination(ItemSet.of("NAME"), 1)),
                Map.of(Reach.SENT, 3L));
        IncidentFigures first = new IncidentFigures("2016-attack", 0, List.of(), Map.of());
        UnionFigures union = new UnionFigures(
                3,
                3,
                0,
                Map.of(Reach.SENT, 2L, Reach.IN_PROGRESS, 1L),
                Map.of(Channel.EMAIL, Map.of(DeliveryState.SENT, 2L)),
                Map.of(NotToldReason.RETRYING, 1L),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
        return new Figures(AS_OF, new NoReturnAfter(14, 30), List.of(second, first), union);
    }

    @Test
    void jsonComesBackAsItWent() throws Exception {
        String text = json.writeValueAsString(figures());
        assertThat(json.readValue(text, Figures.class)).isEqualTo(figures());
        assertThat(json.writeValueAsString(json.readValue(text, Figures.class))).isEqualTo(text);
    }

    @Test
    void figuresThatWereKeptBeforeThereWasATableReadAsNothing() throws Exception {
        String text = json.writeValueAsString(figures());
        String before = text.replaceFirst("\"closed\":\\{[^}]*},\"calls\":\\{[^}]*},", "");
        assertThat(before).isNotEqualTo(text);
        assertThat(json.readValue(before, Figures.class)).isEqualTo(figures());
    }

    @Test
    void incidentsStandByCodeAndEveryKeyIsThere() throws Exception {
        Figures figures = figures();
        assertThat(figures.incidents())
                .extracting(IncidentFigures::incident)
                .containsExactly("2016-attack", "2017-attack");
        assertThat(figures.union().reach()).hasSize(Reach.values().length).containsEntry(Reach.CLOSED, 0L);
        assertThat(json.writeValueAsString(figures))
                .contains("\"asOf\":\"2017-08-08T15:00:00Z\"", "\"items\":[\"NAME\",\"EMAIL\"]", "\"TELEPHONE\":{")
                .doesNotContain("sumOf");
    }

    @Test
    void sumsAreThoseOfTheParts() {
        assertThat(figures().incidents().get(1).sumOfCombinations()).isEqualTo(3);
        assertThat(figures().union().sumOfReach()).isEqualTo(3);
        assertThat(figures().union().notToldByReach())
                .isEqualTo(figures().union().sumOfNotTold())
                .isEqualTo(1);
    }

    @Test
    void negativeNumberIsRefused() {
        assertThatThrownBy(() -> new IncidentFigures("x", -1, List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exposures cannot be negative: -1");
    }
}
