package org.teishutsu.report.reminder;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** Who is reminded of an order's deadlines from an instant on; append-only. */
@Entity
@Table(name = "reminder_addresses")
class ReminderAddresses extends RecordedFact {
    private UUID orderId;

    @Convert(converter = Lines.class)
    private List<String> addresses;

    protected ReminderAddresses() {}

    ReminderAddresses(UUID orderId, List<String> addresses, Instant now, String by) {
        super(now, by);
        this.orderId = orderId;
        this.addresses = List.copyOf(addresses);
    }

    UUID orderId() {
        return orderId;
    }

    List<String> addresses() {
        return addresses;
    }

    /** No address has a line end. */
    static final class Lines implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> addresses) {
            return String.join("\n", addresses);
        }

        @Override
        public List<String> convertToEntityAttribute(String lines) {
            return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
        }
    }
}
