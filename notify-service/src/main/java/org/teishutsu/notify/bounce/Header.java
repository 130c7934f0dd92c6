package org.teishutsu.notify.bounce;

import jakarta.mail.internet.InternetHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One line of a header, decoded. Personal data. */
record Header(String name, String value) {

    /** A longer one is nobody's address and no mail system's mark. */
    private static final int LONGEST = 4000;

    private static final int MOST = 500;

    static List<Header> of(InternetHeaders headers) {
        return Collections.list(headers.getAllHeaders()).stream()
                .limit(MOST)
                .map(header -> new Header(header.getName().strip(), cut(header.getValue())))
                .map(header -> new Header(header.name(), MailText.header(header.value())))
                .toList();
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    static Optional<String> first(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    String line() {
        return name + ": " + value;
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
