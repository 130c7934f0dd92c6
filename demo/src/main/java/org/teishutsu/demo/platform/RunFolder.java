package org.teishutsu.demo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one run: what is where in it, and what mode it was made in. */
public final class RunFolder {

    private static final long MEBIBYTE = 1024L * 1024;
    /** Unpacked once and kept from demo to demo. */
    private static final String BINARIES = "postgres-binaries";

    /** Held by the process that runs here. */
    static final String LOCK = "lock";

    private final Path root;

    public RunFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    public Path input() {
        return root.resolve("input");
    }

    public Path mail() {
        return root.resolve("mail");
    }

    public Path filings() {
        return root.resolve("filings");
    }

    /** Files of letters: personal data. */
    public Path letters() {
        return root.resolve("letters").toAbsolutePath();
    }

    public Path credentials() {
        return root.resolve("credentials");
    }

    /** The keys that personal data is sealed with. */
    public Path sealingKeys() {
        return root.resolve("keys").resolve("sealing.json");
    }

    /** The keys of the hashes that personal data is looked up by. */
    public Path lookupKeys() {
        return root.resolve("keys").resolve("lookup.json");
    }

    Path binaries() {
        return root.resolve(BINARIES);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The mode on record, if this folder has been used. */
    public Optional<Mode> mode() throws IOException {
        Path file = root.resolve("mode");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String word = Files.readString(file).strip();
        return Stream.of(Mode.values())
                .filter(mode -> mode.name().equals(word))
                .findFirst()
                .or(() -> {
                    throw new Trouble(file + " holds no known mode: " + word);
                });
    }

    /** Refuses a folder that holds something other than a demo: the demo would wipe it. */
    void mustBeADemosOrEmpty() throws IOException {
        if (mode().isPresent()) {
            if (mode().get() != Mode.DEMO) {
                throw new Trouble(root + " is not a demo's (it was started as " + mode().get()
                        + "), and the demo begins anew each time. Set TEISHUTSU_RUN to another folder.");
            }
        } else if (!empty()) {
            throw new Trouble(root + " is not empty and not a demo's. Set TEISHUTSU_RUN to another folder.");
        }
    }

    /** The mode to go on in: the one on record, or for a new folder what was asked. */
    Mode modeToGoOnIn(boolean drillAsked) throws IOException {
        Optional<Mode> recorded = mode();
        if (recorded.isEmpty()) {
            if (!empty()) {
                throw new Trouble(root + " is not empty and holds no suite. Set TEISHUTSU_RUN to another folder.");
            }
            return drillAsked ? Mode.DRILL : Mode.REAL;
        }
        if (drillAsked && !recorded.get().drill()) {
            throw new Trouble(root + " was started for real and cannot go on as a drill."
                    + " Set TEISHUTSU_RUN to another folder.");
        }
        return recorded.get();
    }

    /** Records the mode first of all, so that a start that failed half way is still known for what it is. */
    void begin(Mode mode) throws IOException {
        OwnerOnly.folder(root);
        Files.writeString(root.resolve("mode"), mode + "\n");
        Files.createDirectories(logs());
    }

    /** Empties a demo's folder; what listens in it must have been ended before. */
    void wipe() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(root)) {
            // The mode goes last: a wipe that is cut short is still a demo's.
            entries = all.filter(entry -> !entry.endsWith(BINARIES) && !entry.endsWith(LOCK))
                    .sorted(Comparator.comparing(entry -> entry.endsWith("mode")))
                    .toList();
        }
        for (Path entry : entries) {
            delete(entry);
        }
    }

    void mustHaveSpace(long mebibytes) throws IOException {
        Path existing = root;
        while (!Files.exists(existing)) {
            existing = java.util.Objects.requireNonNull(existing.getParent());
        }
        long free = Files.getFileStore(existing).getUsableSpace() / MEBIBYTE;
        if (free < mebibytes) {
            throw new Trouble("not enough disk space for " + root + ": " + free + " MB free, " + mebibytes
                    + " MB needed. Make room, or set TEISHUTSU_RUN to a folder on another disk.");
        }
    }

    private boolean empty() throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.endsWith(BINARIES) || entry.endsWith(LOCK));
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(path)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
