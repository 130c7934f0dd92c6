package org.teishutsu.report.filing.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The stored form of a {@link FilingContent}: the same content always gives the same bytes, whatever the application's
 * own JSON settings are. These bytes are what is stored, served and attached to the PDF.
 */
public final class FilingJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private FilingJson() {}

    /** UTF-8, members in the order of the record. */
    public static byte[] write(FilingContent content) {
        try {
            return MAPPER.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is stored. */
    public static String text(FilingContent content) {
        return new String(write(content), StandardCharsets.UTF_8);
    }

    /** Reads what {@link #text} gave. */
    public static FilingContent read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #write} wrote; unknown members and invalid content are refused. */
    public static FilingContent read(byte[] json) {
        try {
            return MAPPER.readValue(json, FilingContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
