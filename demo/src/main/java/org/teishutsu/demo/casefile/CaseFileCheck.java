package org.teishutsu.demo.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a case file without any service: every file against the list of hashes, evidence against the hash it was
 * recorded with, filings against the hash of what was released. Reads each file once and holds none in memory.
 */
public final class CaseFileCheck {
    private static final String SUMS = "SHA256SUMS";
    private static final int BUFFER = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> problems = new ArrayList<>();
    private int files;

    private CaseFileCheck() {}

    /**
     * What was found.
     *
     * @param files how many were read
     * @param problems what is missing or altered, one line each; empty if all is as it was
     */
    public record Result(int files, List<String> problems) {}

    /** Checks a file; one that is no ZIP any more is a problem too. */
    public static Result of(Path file) throws IOException {
        CaseFileCheck check = new CaseFileCheck();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            check.look(zip);
        } catch (ZipException e) {
            check.problems.add("cannot be opened as a ZIP, it was cut short or altered: " + e.getMessage());
        }
        return new Result(check.files, List.copyOf(check.problems));
    }

    private void look(ZipFile zip) throws IOException {
        Map<String, String> found = hashes(zip);
        if (!found.containsKey(SUMS)) {
            problems.add("missing: " + SUMS + ", so nothing can be compared");
            return;
        }
        Map<String, String> listed = listed(zip);
        listed.forEach((path, sha256) -> compare(path, sha256, found, "the list"));
        Set<String> unlisted = new TreeSet<>(found.keySet());
        unlisted.removeAll(listed.keySet());
        unlisted.remove(SUMS);
        unlisted.forEach(path -> problems.add("added: " + path + " is not in the list"));
        evidence(zip, found);
        filings(zip, found);
    }

    private void compare(String path, String sha256, Map<String, String> found, String source) {
        String actual = found.get(path);
        if (actual == null) {
            problems.add("missing: " + path + ", which " + source + " names");
        } else if (!actual.equals(sha256)) {
            problems.add("altered: %s has SHA-256 %s, %s says %s".formatted(path, actual, source, sha256));
        }
    }

    private Map<String, String> hashes(ZipFile zip) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try {
                if (found.put(entry.getName(), sha256(zip, entry)) != null) {
                    problems.add("added: " + entry.getName() + " is there twice");
                }
                files++;
            } catch (ZipException e) {
                problems.add("altered: " + entry.getName() + " cannot be unpacked: " + e.getMessage());
            }
        }
        return found;
    }

    private static String sha256(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> listed(ZipFile zip) throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String line : text(zip, SUMS).lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9a-f]{64}")) {
                problems.add("altered: " + SUMS + " has a line that is no hash and path: " + line);
            } else {
                listed.put(parts[1], parts[0]);
            }
        }
        return listed;
    }

    /** The hash with which each file was recorded is in the list of evidence: the file may have been altered before. */
    private void evidence(ZipFile zip, Map<String, String> found) throws IOException {
        for (JsonNode each : json(zip, "evidence/evidence.json")) {
            for (JsonNode version : each.path("versions")) {
                String path = "evidence/%s/v%d"
                        .formatted(
                                each.path("id").asText(), version.path("number").asInt());
                compare(path, version.path("sha256").asText(), found, "its record of evidence");
            }
        }
    }

    private void filings(ZipFile zip, Map<String, String> found) throws IOException {
        for (JsonNode filing : json(zip, "filings/filings.json")) {
            String folder = "filings/%02d-%s-v%d/"
                    .formatted(
                            filing.path("number").asInt(),
                            filing.path("kind").asText().toLowerCase(java.util.Locale.ROOT),
                            filing.path("version").asInt());
            released(folder + "submission.pdf", filing.path("submissionSha256"), found);
            released(folder + "firm-copy.pdf", filing.path("firmCopySha256"), found);
        }
    }

    private void released(String path, JsonNode sha256, Map<String, String> found) {
        if (sha256.isTextual()) {
            compare(path, sha256.asText(), found, "the record of its release");
        }
    }

    /** An empty list if it is missing, which the list of hashes has told already. */
    private static JsonNode json(ZipFile zip, String path) throws IOException {
        return zip.getEntry(path) == null ? JSON.createArrayNode() : JSON.readTree(text(zip, path));
    }

    private static String text(ZipFile zip, String path) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
