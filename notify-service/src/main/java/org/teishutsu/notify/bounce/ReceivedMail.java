package org.teishutsu.notify.bounce;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a message.
 *
 * @param headers its own
 * @param text what a person would read: the parts of text, not what is returned with it
 * @param report the part written for machines
 * @param returned the header of the message it is about, if that came back as a part of its own
 * @param readable whether nothing had to be left out
 */
record ReceivedMail(
        List<Header> headers, String text, @Nullable DeliveryReport report, List<Header> returned, boolean readable) {

    ReceivedMail {
        headers = List.copyOf(headers);
        returned = List.copyOf(returned);
    }

    String subject() {
        return header("Subject");
    }

    String from() {
        return header("From");
    }

    private String header(String name) {
        return Header.first(headers, name).orElse("");
    }

    /** Whom the message that came back was written to. */
    Optional<String> returnedTo() {
        return Header.first(returned, "To");
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "ReceivedMail[" + report + "]";
    }
}
