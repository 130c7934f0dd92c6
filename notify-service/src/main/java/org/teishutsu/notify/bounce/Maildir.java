package org.teishutsu.notify.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes messages in from a Maildir. A message leaves {@code new/} only when it is recorded: a crash in between brings it
 * once more, and it is known then. What cannot be read goes to {@code .unreadable/} beside it, by its name, and holds up
 * nobody.
 */
final class Maildir {

    static final String UNREADABLE = ".unreadable";

    private static final Logger LOG = Logger.getLogger(Maildir.class);
    private static final int AT_ONCE = 1000;

    /** Seen, in the words of a Maildir. */
    private static final String SEEN = ":2,S";

    private final Path folder;
    private final long limit;
    private final Intake intake;

    Maildir(Path folder, long limit, Intake intake) {
        this.folder = folder;
        this.limit = limit;
        this.intake = intake;
    }

    /** Who records messages. */
    interface Intake {
        void take(RawMessage message);
    }

    /** Throws unless the folder is a Maildir: a wrong one would look like one in which nothing ever arrives. */
    void check() {
        for (String part : List.of("new", "cur")) {
            if (!Files.isDirectory(folder.resolve(part))) {
                throw new IllegalStateException(
                        "bounce.maildir: " + folder + " is no Maildir, for it has no " + part + "/");
            }
        }
    }

    /**
     * Takes in what lies there, in the order of names, which begin with the time; those that come meanwhile the next time.
     * What is not recorded stays where it is, and why is thrown in the end.
     *
     * @return how many were recorded
     */
    int takeIn() throws IOException {
        Attempts attempts = new Attempts(intake);
        int taken = 0;
        for (Path file : waiting()) {
            if (attempts.goOn() && takeIn(file, attempts)) {
                taken++;
            }
        }
        attempts.failure().ifPresent(failure -> {
            throw failure;
        });
        return taken;
    }

    private List<Path> waiting() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                folder.resolve("new"), file -> !file.getFileName().toString().startsWith("."))) {
            for (Path file : all) {
                files.add(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(files);
        return files.subList(0, Math.min(AT_ONCE, files.size()));
    }

    private boolean takeIn(Path file, Attempts attempts) throws IOException {
        RawMessage message;
        try (InputStream in = Files.newInputStream(file)) {
            message = RawMessage.read(in, Files.size(file), limit);
        } catch (NoSuchFileException takenByAnother) {
            return false;
        } catch (IOException unreadable) {
            moveAside(file, unreadable);
            return false;
        }
        boolean recorded = attempts.take(message);
        if (recorded) {
            move(file, folder.resolve("cur").resolve(bare(file) + SEEN));
        }
        return recorded;
    }

    private static String bare(Path file) {
        return file.getFileName().toString().replaceFirst(":2,.*$", "");
    }

    private void moveAside(Path file, IOException unreadable) throws IOException {
        Path aside = Files.createDirectories(folder.resolve(UNREADABLE));
        move(file, aside.resolve(file.getFileName()));
        LOG.errorf(
                "%s in %s cannot be read (%s) and lies in %s now",
                file.getFileName(), folder, unreadable.getClass().getSimpleName(), aside);
    }

    /** In one step; of two processes that took the same message the second finds it gone. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException movedByAnother) {
            LOG.debugf("%s was moved by another process", from.getFileName());
        }
    }
}
