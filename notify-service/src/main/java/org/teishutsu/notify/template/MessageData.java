package org.teishutsu.notify.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;

/**
 * What one message says: to whom, by whom, and what leaked of this recipient, incident by incident. Never a leaked
 * value.
 *
 * @param today the date the message carries
 * @param incidents in a correction what holds now; empty if nothing leaked of this recipient
 * @param leaked codes of all items over all incidents, for advice item by item
 * @param damage what is known of damage, in the firm's words; empty if nothing is said
 * @param measures what the firm does, in its words; empty for what the template says
 * @param correction what a correction puts right; null for a notice
 */
public record MessageData(
        Addressee recipient,
        LocalDate today,
        Firm firm,
        List<Incident> incidents,
        Set<String> leaked,
        String damage,
        String measures,
        @Nullable Correction correction) {

    /** A notice. */
    public MessageData(
            Addressee recipient,
            LocalDate today,
            Firm firm,
            List<Incident> incidents,
            Set<String> leaked,
            String damage,
            String measures) {
        this(recipient, today, firm, incidents, leaked, damage, measures, null);
    }

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

    /**
     * What was said before and is not so.
     *
     * @param said the messages that are put right, in the order in which they were sent, at least one
     * @param takenBack what they said and what does not hold, at least one item
     * @param explanation how it came about, in the firm's words; empty if nothing is said
     */
    public record Correction(List<Said> said, List<Listed> takenBack, String explanation) {}

    /** An earlier message: the day on which it was sent, by what, and what it listed. */
    public record Said(LocalDate on, Channel by, List<Listed> incidents) {}

    /** An incident and items of it, as a message names them. */
    public record Listed(String title, List<Item> items) {}

    /** A leaked item, with a remark such as that it had been invalidated before; empty if there is none. */
    public record Item(String label, String remark) {}

    /** An item confirmed as not leaked. */
    public record NotLeaked(String label, @Nullable LocalDate since, String note) {}
}
