package org.teishutsu.demo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The suite's users, their passwords made on the first start; one {@code user:password:role} a line, mode 600. */
public final class Credentials {

    private static final Map<String, String> ROLES = roles();
    private static final int PASSWORD_BYTES = 18;

    /** One user of the suite. */
    public record User(String name, String password, String role) {

        @Override
        public String toString() {
            return "User[" + name + ", " + role + "]";
        }
    }

    private final Map<String, User> users = new LinkedHashMap<>();

    private Credentials(List<User> users) {
        users.forEach(user -> this.users.put(user.name(), user));
    }

    /** Reads the file, or makes it. */
    public static Credentials of(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        List<User> made = new ArrayList<>();
        ROLES.forEach((name, role) -> made.add(new User(name, password(), role)));
        StringBuilder text = new StringBuilder();
        made.forEach(user -> text.append(String.join(":", user.name(), user.password(), user.role()))
                .append('\n'));
        OwnerOnly.write(file, text.toString());
        return new Credentials(made);
    }

    /** The user of this name, who must be there. */
    public User user(String name) {
        User user = users.get(name);
        if (user == null) {
            throw new Trouble("run/credentials has no user " + name);
        }
        return user;
    }

    /** Everybody, in the order of the file. */
    public List<User> all() {
        return List.copyOf(users.values());
    }

    static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Credentials read(Path file) throws IOException {
        List<User> users = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(":", -1);
            if (parts.length != 3) {
                throw new Trouble(file + " has a line that is not user:password:role");
            }
            users.add(new User(parts[0], parts[1], parts[2]));
        }
        return new Credentials(users);
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("officer", "officer");
        roles.put("officer2", "officer");
        roles.put("approver", "approver");
        roles.put("approver2", "approver");
        roles.put("representative", "representative");
        roles.put("desk", "desk");
        roles.put("auditor", "auditor");
        roles.put("service", "service");
        return roles;
    }
}
