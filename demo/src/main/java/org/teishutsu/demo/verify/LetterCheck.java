package org.teishutsu.demo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Every printed page read back, against the lists: one letter to each who is to be written to, with his address and exactly
 * his items.
 */
final class LetterCheck {

    private static final Pattern MARK = Pattern.compile("(\\d{6}) - (\\d+)/(\\d+)");
    private static final Pattern ADDRESSED = Pattern.compile("(.*)\u3000(様|御中)");
    private static final String PAGE_END = "\f";

    private final Map<String, String> titles;
    private final Map<String, String> labels;
    private final Map<String, List<Affected>> wanted = new HashMap<>();
    private final Map<String, LongAdder> letters = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
    private long expected;
    private long refusedWithoutAddress;
    private long bouncedWithoutAddress;

    LetterCheck(InputReading input, Set<String> bounced, Map<String, String> titles, Map<String, String> labels) {
        this.titles = titles;
        this.labels = labels;
        for (Affected person : input.people()) {
            String email = person.row().email();
            boolean refused = email.startsWith("refused.");
            boolean back = bounced.contains(email);
            if ((input.letterReason(person) != null || refused || back)
                    && !person.row().address().isEmpty()) {
                wanted.computeIfAbsent(key(person), any -> new ArrayList<>()).add(person);
                expected++;
            } else if (input.letterReason(person) == null) {
                refusedWithoutAddress += refused ? 1 : 0;
                bouncedWithoutAddress += back ? 1 : 0;
            }
        }
    }

    /** How many were refused by mail and have no address to write to. */
    long refusedWithoutAddress() {
        return refusedWithoutAddress;
    }

    /** How many messages came back from people who have no address to write to. */
    long bouncedWithoutAddress() {
        return bouncedWithoutAddress;
    }

    /** How many are to be written to. */
    long expected() {
        return expected;
    }

    /** Whom no letter was printed for. */
    long missing() {
        return wanted.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue().size() - printed(e.getKey())))
                .sum();
    }

    /** Letters beyond the one that is due. */
    long doubled() {
        return wanted.entrySet().stream()
                .mapToLong(e -> Math.max(0, printed(e.getKey()) - e.getValue().size()))
                .sum();
    }

    private long printed(String key) {
        LongAdder count = letters.get(key);
        return count == null ? 0 : count.sum();
    }

    /** What was wrong with letters, and with how many; empty when all is well. */
    Map<String, Long> faults() {
        return faults.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum(), Long::sum, TreeMap::new));
    }

    /** Reads the file of each batch. */
    void read(Path folder, List<JsonNode> batches) {
        batches.parallelStream().forEach(batch -> {
            try {
                read(folder.resolve(batch.path("id").asText() + ".pdf"), batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void read(Path file, JsonNode batch) throws IOException {
        if (!FilingCheck.sha256(Files.readAllBytes(file))
                .equals(batch.path("sha256").asText())) {
            fault("a file that is not what was recorded");
        }
        List<String> pages = pages(file);
        List<String> letter = new ArrayList<>();
        int read = 0;
        for (String page : pages) {
            Matcher mark = MARK.matcher(page);
            boolean found = mark.find();
            faultUnless(found && Integer.parseInt(mark.group(1)) == read + 1, "a page out of sequence");
            faultUnless(page.contains("訓練"), "a page without 訓練");
            letter.add(page);
            if (found && mark.group(2).equals(mark.group(3))) {
                faultUnless(letter.size() == Integer.parseInt(mark.group(3)), "a letter that misses pages");
                check(letter);
                letter.clear();
                read++;
            }
        }
        faultUnless(letter.isEmpty(), "a file that ends within a letter");
        faultUnless(read == batch.path("letters").asInt(), "a batch that holds another number of letters");
        faultUnless(pages.size() == batch.path("pages").asInt(), "a batch that holds another number of pages");
    }

    private static List<String> pages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setPageEnd(PAGE_END);
            List<String> pages =
                    new ArrayList<>(List.of(stripper.getText(document).split(PAGE_END, -1)));
            pages.remove(pages.size() - 1);
            return pages;
        }
    }

    private void check(List<String> pages) {
        String key = address(pages.get(0));
        List<Affected> people = key == null ? null : wanted.get(key);
        if (key == null || people == null) {
            fault("went to somebody who is not to be written to");
            return;
        }
        letters.computeIfAbsent(key, any -> new LongAdder()).increment();
        SortedMap<String, SortedSet<String>> told = told(pages);
        faultUnless(
                people.stream().anyMatch(person -> expected(person).equals(told)),
                "does not name exactly the recipient's items");
        String text = String.join("", pages);
        faultUnless(!text.contains("http") && !text.contains("www."), "holds a link");
        faultUnless(text.contains("以上"), "does not end with 以上");
        ListRow row = people.get(0).row();
        for (String secret : List.of(row.customerNumber(), row.mobile(), row.email())) {
            faultUnless(secret.isEmpty() || !text.contains(secret), "tells what leaked");
        }
    }

    /** The lines below the postal code down to the name, without what is between them. */
    private static @Nullable String address(String page) {
        StringBuilder key = new StringBuilder();
        boolean within = false;
        for (String line : page.lines().toList()) {
            Matcher addressed = ADDRESSED.matcher(line.strip());
            if (within && addressed.matches()) {
                return dense(key + addressed.group(1)) + addressed.group(2);
            }
            if (within) {
                key.append(line);
            }
            within |= line.startsWith("〒");
        }
        return null;
    }

    private static String key(Affected person) {
        ListRow row = person.row();
        String honorific = row.party().equals("INDIVIDUAL") ? "様" : "御中";
        return dense(row.address() + row.name()) + honorific;
    }

    private static String dense(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", "");
    }

    private SortedMap<String, SortedSet<String>> told(List<String> pages) {
        SortedMap<String, SortedSet<String>> told = new TreeMap<>();
        SortedSet<String> items = new TreeSet<>();
        for (String line : pages.stream().flatMap(String::lines).toList()) {
            if (line.startsWith("■ ")) {
                items = new TreeSet<>();
                told.put(line.substring(2).strip(), items);
            } else if (line.startsWith("・")) {
                items.add(label(line.substring(1).strip()));
            }
        }
        return told;
    }

    /** Without the remark in brackets, unless the label itself has them. */
    private String label(String item) {
        Set<String> known = Set.copyOf(labels.values());
        int bracket = item.lastIndexOf('（');
        return known.contains(item) || bracket < 0 ? item : item.substring(0, bracket);
    }

    private SortedMap<String, SortedSet<String>> expected(Affected person) {
        SortedMap<String, SortedSet<String>> items = new TreeMap<>();
        person.itemsByIncident()
                .forEach((incident, codes) -> items.put(
                        String.valueOf(titles.get(incident)),
                        codes.stream()
                                .map(code -> String.valueOf(labels.get(code)))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return items;
    }

    private void faultUnless(boolean right, String fault) {
        if (!right) {
            fault(fault);
        }
    }

    private void fault(String fault) {
        faults.computeIfAbsent(fault, any -> new LongAdder()).increment();
    }
}
