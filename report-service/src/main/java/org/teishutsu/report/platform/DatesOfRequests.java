package org.teishutsu.report.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;

/** Refuses days of years that nobody means where they come in: what no database keeps and no calendar knows. */
@Singleton
class DatesOfRequests implements ObjectMapperCustomizer {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // after the module whose readers these stand in front of
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("dates-of-requests")
                .addDeserializer(LocalDate.class, new OfDays())
                .addDeserializer(Instant.class, new OfInstants()));
    }

    private static void require(JsonParser parser, int year) throws JsonMappingException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            String message = "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR;
            throw JsonMappingException.from(parser, message, new IllegalArgumentException(message));
        }
    }

    private static final class OfDays extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        private OfDays() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            if (day != null) {
                require(parser, day.getYear());
            }
            return day;
        }
    }

    private static final class OfInstants extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final JsonDeserializer<Instant> PLAIN = InstantDeserializer.INSTANT;

        private OfInstants() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Instant instant = PLAIN.deserialize(parser, context);
            if (instant != null) {
                require(parser, instant.atZone(Jst.ZONE).getYear());
            }
            return instant;
        }
    }
}
