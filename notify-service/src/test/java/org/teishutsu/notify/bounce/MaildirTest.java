package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {

    private static final int LIMIT = 200_000;

    @TempDir
    private Path folder;

    private final List<String> taken = new ArrayList<>();
    private Maildir maildir;

    @BeforeEach
    void make() throws IOException {
        for (String part : List.of("new", "cur", "tmp")) {
            Files.createDirectory(folder.resolve(part));
        }
        maildir = new Maildir(folder, LIMIT, message -> taken.add(text(message)));
    }

    private static String text(RawMessage message) {
        return new String(message.bytes(), StandardCharsets.US_ASCII);
    }

    private void arrives(String name, String text) throws IOException {
        Path unfinished = folder.resolve("tmp").resolve(name);
        Files.writeString(unfinished, text);
        Files.move(unfinished, folder.resolve("new").resolve(name));
    }

    private List<String> in(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void messagesAreTakenInTheirOrderAndMovedOnceRecorded() throws IOException {
        arrives("1501549202.b.host", "second");
        arrives("1501549201.a.host", "first");
        Files.writeString(folder.resolve("tmp/1501549200.c.host"), "half a mess");

        assertThat(maildir.takeIn()).isEqualTo(2);
        assertThat(maildir.takeIn()).isZero();

        assertThat(taken).containsExactly("first", "second");
        assertThat(in("new")).isEmpty();
        assertThat(in("cur")).containsExactly("1501549201.a.host:2,S", "1501549202.b.host:2,S");
    }

    /** As a process leaves it that dies between recording and moving: it comes once more, and is known by its digest. */
    @Test
    void whatIsNotRecordedStays() throws IOException {
        arrives("1.a.host", "one");
        arrives("2.a.host", "two");
        arrives("3.a.host", "three");
        Maildir failing = new Maildir(folder, LIMIT, message -> {
            if (text(message).equals("two")) {
                throw new IllegalStateException("not today");
            }
            taken.add(text(message));
        });

        assertThatThrownBy(failing::takeIn).hasMessage("not today");
        assertThat(in("new")).containsExactly("2.a.host");

        assertThat(maildir.takeIn()).isOne();
        assertThat(taken).containsExactly("one", "three", "two");
    }

    @Test
    void nothingMoreIsTriedWhenNothingCanBeRecorded() throws IOException {
        for (int i = 0; i < 10; i++) {
            arrives(i + ".a.host", "text");
        }
        List<RawMessage> tried = new ArrayList<>();
        Maildir failing = new Maildir(folder, LIMIT, message -> {
            tried.add(message);
            throw new IllegalStateException("the database is away");
        });

        assertThatThrownBy(failing::takeIn).hasMessage("the database is away");

        assertThat(tried).hasSize(3);
        assertThat(in("new")).hasSize(10);
    }

    @Test
    void whatCannotBeReadIsMovedAsideAndHoldsUpNobody() throws IOException {
        Files.createDirectory(folder.resolve("new/1.folder"));
        arrives("2.a.host", "text");
        arrives(".hidden", "no message");

        assertThat(maildir.takeIn()).isOne();

        assertThat(taken).containsExactly("text");
        assertThat(in(Maildir.UNREADABLE)).containsExactly("1.folder");
        assertThat(in("new")).containsExactly(".hidden");
    }

    @Test
    void ofALargeMessageTheHeadIsTaken() throws IOException {
        arrives("1.a.host", "x".repeat(LIMIT + 1));
        List<RawMessage> messages = new ArrayList<>();

        new Maildir(folder, LIMIT, messages::add).takeIn();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.isWhole()).isFalse();
            assertThat(message.size()).isEqualTo(LIMIT + 1);
            assertThat(message.bytes()).hasSize(RawMessage.HEAD);
        });
    }

    @Test
    void aFolderThatIsNoMaildirIsNoticedAtOnce() throws IOException {
        maildir.check();
        Files.delete(folder.resolve("cur"));

        assertThatThrownBy(maildir::check)
                .hasMessageContaining("bounce.maildir")
                .hasMessageContaining("cur/");
    }
}
