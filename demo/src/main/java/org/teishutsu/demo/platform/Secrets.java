package org.teishutsu.demo.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Passwords between the processes, made on the first start; mode 600. */
final class Secrets {

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets of(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    /** The secret of this name, made and kept when there is none yet. */
    String get(String name) throws IOException {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = Credentials.password();
        values.setProperty(name, made);
        StringBuilder text = new StringBuilder();
        values.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> text.append(key)
                        .append('=')
                        .append(values.getProperty(key))
                        .append('\n'));
        OwnerOnly.write(file, text.toString());
        return made;
    }
}
