package org.teishutsu.notify.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one message says: to whom, by whom, and what leaked of this recipient, incident by incident. Never a leaked
 * value.
 *
 * @param today the date the message carries
 * @param leaked codes of all items over all incidents, for advice item by item
 * @param damage what is known of damage, in the firm's words; empty if nothing is said
 * @param measures what the firm does, in its words; empty for what the template says
 */
public record MessageData(
        Addressee recipient,
        LocalDate today,
        Firm firm,
        List<Incident> incidents,
        Set<String> leaked,
        String damage,
        String measures) {

    /**
     * Who is addressed.
     *
     * @param legalEntity 御中 instead of 様
     */
    public record Addressee(String name, boolean legalEntity, String inquiryNumber) {

        String addressed() {
            String line = PrintedText.line(name);
            if (line.isEmpty()) {
                return "お客様";
            }
            return line + " " + honorific();
        }

        public String honorific() {
            return legalEntity ? "御中" : "様";
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Addressee[***]";
        }
    }

    /** Who writes. */
    public record Firm(
            String name,
            String seat,
            String representativeTitle,
            String representativeName,
            String contactDepartment,
            String deskPhone,
            String deskHours) {}

    /**
     * One incident, as it concerns this recipient.
     *
     * @param items what leaked of this recipient, in the catalogue's order, at least one
     * @param notLeaked what is confirmed as not leaked, and does not contradict {@code items}
     */
    public record Incident(
            String title,
            LocalDate occurredFrom,
            LocalDate occurredTo,
            @Nullable LocalDate detected,
            @Nullable LocalDate contained,
            String investigator,
            String cause,
            String description,
            List<Item> items,
            List<NotLeaked> notLeaked) {}

    /** A leaked item, with a remark such as that it had been invalidated before; empty if there is none. */
    public record Item(String label, String remark) {}

    /** An item confirmed as not leaked. */
    public record NotLeaked(String label, @Nullable LocalDate since, String note) {}
}
