package org.teishutsu.notify.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;

/**
 * An earlier message that a correction puts right.
 *
 * @param on the day on which it was sent
 * @param by by what
 * @param told what it said: incident code to mask of leak items
 */
public record Retracted(LocalDate on, Channel by, Map<String, Long> told) {

    /** An expression over a delivery {@code d}: its retracted messages as JSON, null for a notice. */
    public static final String OF_DELIVERY = """
            case when d.purpose = 'CORRECTION' then (
                select jsonb_agg(jsonb_build_object('on', o.said_on, 'by', n.channel, 'told', n.told)
                    order by o.said_on, n.id)::text
                from correction_of o
                join delivery n on n.id = o.delivery_id
                where o.correction_id = d.id) end
            """;

    private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};

    /** Days as the database writes them. */
    private record Stored(String on, Channel by, Map<String, Long> told) {
        Retracted read() {
            return new Retracted(LocalDate.parse(on), by, told);
        }
    }

    /** In the order in which they were sent; empty for a notice. */
    public static List<Retracted> read(ObjectMapper json, @Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            return json.readValue(stored, STORED).stream().map(Stored::read).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A correction does not say what it puts right", e);
        }
    }
}
