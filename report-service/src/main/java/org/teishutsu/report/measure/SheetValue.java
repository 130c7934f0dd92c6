package org.teishutsu.report.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a column that only the firm knows, kept so that it goes out as it came in.
 *
 * @param format of a number, such as a percentage or a day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SheetValue(
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable Boolean truth,
        @Nullable String format) {

    static SheetValue of(String text) {
        return new SheetValue(text, null, null, null);
    }

    static SheetValue of(BigDecimal number, @Nullable String format) {
        return new SheetValue(null, number, null, format);
    }

    static SheetValue of(boolean truth) {
        return new SheetValue(null, null, truth, null);
    }

    /** As JSON in the database. */
    static final class Converter implements AttributeConverter<Map<String, SheetValue>, String> {
        private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
        private static final TypeReference<TreeMap<String, SheetValue>> TYPE = new TypeReference<>() {};

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Map<String, SheetValue> values) {
            try {
                return values == null ? null : JSON.writeValueAsString(values);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable Map<String, SheetValue> convertToEntityAttribute(@Nullable String json) {
            try {
                return json == null ? null : JSON.readValue(json, TYPE);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
