package org.teishutsu.report.measure;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** How the sheet of an order looked when it last came in; append-only. */
@Entity
@Table(name = "measure_sheet")
class MeasureSheet extends RecordedFact {
    private UUID orderId;
    private String name;

    @Convert(converter = Headers.class)
    @Column(columnDefinition = "text")
    private List<String> headers;

    protected MeasureSheet() {}

    MeasureSheet(UUID orderId, String name, List<String> headers, Instant now, String by) {
        super(now, by);
        this.orderId = orderId;
        this.name = name;
        this.headers = List.copyOf(headers);
    }

    UUID orderId() {
        return orderId;
    }

    String name() {
        return name;
    }

    List<String> headers() {
        return headers;
    }

    /** A header has no line end of its own once it is read. */
    static final class Headers implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> headers) {
            return String.join("\n", headers);
        }

        @Override
        public List<String> convertToEntityAttribute(String lines) {
            return List.of(lines.split("\n", -1));
        }
    }
}
