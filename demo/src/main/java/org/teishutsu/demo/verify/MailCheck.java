package org.teishutsu.demo.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every message against the lists: one each, to those who can be mailed, with exactly their items. */
final class MailCheck {

    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|<a |href=");

    private final Map<String, String> titles;
    private final Map<String, String> labels;
    private final Map<String, Affected> mailable = new HashMap<>();
    private final Map<String, Set<String>> messageIds = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> copies = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

    /**
     * @param titles of the incidents by code
     * @param labels of the leak items by code
     */
    MailCheck(InputReading input, Map<String, String> titles, Map<String, String> labels) {
        this.titles = titles;
        this.labels = labels;
        for (Affected person : input.people()) {
            if (input.letterReason(person) == null && !person.row().email().startsWith("refused.")) {
                mailable.put(person.row().email(), person);
            }
        }
    }

    /** How many can be mailed. */
    int mailable() {
        return mailable.size();
    }

    /** How many messages lie in the folder. */
    static long messages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    void read(Path folder, LongConsumer progress) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".eml")).toList();
        }
        LongAdder done = new LongAdder();
        files.parallelStream().forEach(file -> {
            check(file);
            done.increment();
            progress.accept(done.sum());
        });
    }

    /** Who can be mailed and was not. */
    long missing() {
        return mailable.keySet().stream().filter(to -> !copies.containsKey(to)).count();
    }

    /** Messages beyond the first to the same recipient. */
    long doubled() {
        return copies.values().stream().mapToLong(count -> count.sum() - 1).sum();
    }

    /** Recipients whose copies do not all carry the same Message-ID. */
    long doubledUnderAnotherId() {
        return messageIds.values().stream().filter(ids -> ids.size() > 1).count();
    }

    /** What was wrong with messages, and with how many; empty when all is well. */
    Map<String, Long> faults() {
        return faults.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum(), Long::sum, TreeMap::new));
    }

    private void check(Path file) {
        ReceivedMessage message;
        try {
            message = ReceivedMessage.read(file);
        } catch (IOException e) {
            fault("cannot be read as UTF-8 mail");
            return;
        } catch (UncheckedIOException e) {
            fault("cannot be read");
            return;
        }
        Affected person = mailable.get(message.to());
        if (person == null) {
            fault("went to somebody who is not to be mailed");
            return;
        }
        copies.computeIfAbsent(message.to(), any -> new LongAdder()).increment();
        messageIds
                .computeIfAbsent(message.to(), any -> ConcurrentHashMap.newKeySet())
                .add(message.messageId());
        checkForm(message, person);
        checkContent(message, person);
    }

    private void checkForm(ReceivedMessage message, Affected person) {
        faultUnless(message.sameInHeader(), "has another recipient in its header");
        faultUnless(message.subject().startsWith("【訓練】"), "has no 訓練 before its subject");
        faultUnless(message.body().lines().findFirst().orElse("").contains("訓練"), "does not begin with 訓練");
        faultUnless(!LINK.matcher(message.body()).find(), "holds a link");
        String honorific = person.row().party().equals("INDIVIDUAL") ? "様" : "御中";
        boolean addressed = message.body()
                .lines()
                .anyMatch(line ->
                        line.startsWith(person.row().name()) && line.strip().endsWith(honorific));
        faultUnless(addressed, "does not address its recipient by name");
    }

    private void checkContent(ReceivedMessage message, Affected person) {
        faultUnless(
                expected(person).equals(message.leaked(labels.values())),
                "does not name exactly the recipient's items");
        faultUnless(!tells(message.body(), person.row().customerNumber()), "tells the customer number");
        faultUnless(!tells(message.body(), person.row().mobile()), "tells the mobile telephone");
        faultUnless(!tells(message.body(), person.row().address()), "tells the address");
        faultUnless(!tells(message.body(), person.row().email()), "tells the e-mail address");
    }

    private SortedMap<String, SortedSet<String>> expected(Affected person) {
        SortedMap<String, SortedSet<String>> expected = new TreeMap<>();
        person.itemsByIncident()
                .forEach((incident, items) -> expected.put(
                        String.valueOf(titles.get(incident)),
                        items.stream()
                                .map(item -> String.valueOf(labels.get(item)))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return expected;
    }

    private static boolean tells(String body, @Nullable String value) {
        return value != null && !value.isEmpty() && body.contains(value);
    }

    private void faultUnless(boolean right, String fault) {
        if (!right) {
            fault(fault);
        }
    }

    private void fault(String fault) {
        faults.computeIfAbsent(fault, any -> new LongAdder()).increment();
    }

    /** Recipients by the reason they go by letter first, as the lists have it. */
    static Map<String, Long> letterReasons(InputReading input) {
        Map<String, Long> reasons = new TreeMap<>();
        for (Affected person : input.people()) {
            String reason = input.letterReason(person);
            if (reason != null) {
                reasons.merge(reason, 1L, Long::sum);
            }
        }
        return reasons;
    }

    /** Recipients whose address the receiver refuses for good. */
    static long refused(InputReading input) {
        return input.people().stream()
                .filter(person -> input.letterReason(person) == null
                        && person.row().email().startsWith("refused."))
                .count();
    }
}
