package org.teishutsu.notify.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.teishutsu.common.figures.Channel;

/** The language a template is written in: how it writes a day, a period and whom it addresses. */
enum Language {
    @JsonProperty("ja")
    JA {
        /** Messages to customers carry Western years (西暦). */
        @Override
        String date(LocalDate day) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }

        @Override
        String period(LocalDate from, LocalDate to) {
            return date(from) + "から" + date(to) + "まで";
        }

        @Override
        String addressed(MessageData.Addressee recipient) {
            return recipient.addressed();
        }

        @Override
        String by(Channel channel) {
            return switch (channel) {
                case EMAIL -> "電子メール";
                case LETTER -> "書面";
                case TELEPHONE -> "お電話";
            };
        }
    },

    @JsonProperty("en")
    EN {
        @Override
        String date(LocalDate day) {
            return ENGLISH.format(day);
        }

        @Override
        String period(LocalDate from, LocalDate to) {
            return date(from) + " to " + date(to);
        }

        @Override
        String addressed(MessageData.Addressee recipient) {
            String name = PrintedText.line(recipient.name());
            return name.isEmpty() ? "Customer" : name;
        }

        @Override
        String by(Channel channel) {
            return switch (channel) {
                case EMAIL -> "e-mail";
                case LETTER -> "letter";
                case TELEPHONE -> "telephone";
            };
        }
    };

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    abstract String date(LocalDate day);

    abstract String period(LocalDate from, LocalDate to);

    abstract String addressed(MessageData.Addressee recipient);

    /** By what somebody was told. */
    abstract String by(Channel channel);
}
