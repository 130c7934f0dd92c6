package org.teishutsu.notify.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The messages of the corpus, about the delivery whose name is given; everybody in them is made up. */
final class Notifications {

    private Notifications() {}

    /** The names of all of them. */
    static List<String> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".eml"))
                    .map(file -> file.replace(".eml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name as it stands on the wire: id and tag */
    static byte[] about(String notification, String name) {
        try {
            String raw = Files.readString(folder().resolve(notification + ".eml"), StandardCharsets.ISO_8859_1);
            char wrong = name.endsWith("0") ? '1' : '0';
            return raw.replace("{name}", name)
                    .replace("{forged}", name.substring(0, name.length() - 1) + wrong)
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Notifications.class.getResource("/bounces"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
