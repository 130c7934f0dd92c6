package org.teishutsu.demo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.CaseRecord;

/** The filings: on their days, with the figures of the ledger, as PDF in both renderings. */
final class FilingCheck {

    /** Fixed date, date the firm keeps to, and as-of instant (24:00) of each: facts of the calendar of 2017. */
    private record Due(String name, String nominal, String safe, String asOf) {}

    private static final List<Due> DUE = List.of(
            new Due("0-initial", "2017-08-16", "2017-08-16", "2017-08-08T15:00:00Z"),
            new Due("1-progress", "2017-09-16", "2017-09-15", "2017-09-08T15:00:00Z"),
            new Due("2-progress", "2017-10-16", "2017-10-16", "2017-10-06T15:00:00Z"),
            new Due("3-progress", "2017-11-16", "2017-11-16", "2017-11-09T15:00:00Z"));

    private static final Set<String> HELD = Set.of("PASSED", "NOT_APPLICABLE");
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final InputReading input;
    private final Api notify;
    private final Path folder;
    private final Expectations expect;

    FilingCheck(InputReading input, Api notify, Path folder, Expectations expect) {
        this.input = input;
        this.notify = notify;
        this.folder = folder;
        this.expect = expect;
    }

    void check(List<CaseRecord.Filed> filings, long mailed, long refused, Written written) throws IOException {
        expect.equal(
                "filings submitted",
                DUE.stream().map(Due::name).toList(),
                filings.stream().map(CaseRecord.Filed::name).toList());
        for (int i = 0; i < Math.min(DUE.size(), filings.size()); i++) {
            CaseRecord.Filed filing = filings.get(i);
            checkDates(DUE.get(i), filing);
            checkFigures(filing, mailed, refused);
            checkLetters(filing, mailed, written);
            checkChecks(filing);
            checkFiles(filing);
        }
    }

    private void checkDates(Due due, CaseRecord.Filed filing) {
        JsonNode view = filing.view();
        expect.equal(
                due.name() + " is submitted", "SUBMITTED", view.path("state").asText());
        expect.equal(
                due.name() + " fixed date", due.nominal(), view.path("nominal").asText());
        expect.equal(due.name() + " date kept to", due.safe(), view.path("safe").asText());
        expect.equal(
                due.name() + " as-of instant",
                Instant.parse(due.asOf()),
                Instant.parse(view.path("asOf").asText()));
    }

    private void checkFigures(CaseRecord.Filed filing, long mailed, long refused) {
        JsonNode figures = filing.content().path("figures");
        JsonNode asked = notify.get("/figures?incident=2016-attack&incident=2017-attack&asOf="
                + filing.view().path("asOf").asText());
        String name = filing.name();
        expect.holds(name + " has the ledger's figures", figures.equals(asked), "as of " + figures.path("asOf"));
        for (JsonNode incident : figures.path("incidents")) {
            String code = incident.path("incident").asText();
            expect.equal(
                    name + " exposures " + code,
                    input.exposures(code),
                    incident.path("exposures").asLong());
            expect.equal(name + " combinations " + code, input.combinations(code), combinations(incident));
        }
        JsonNode union = figures.path("union");
        expect.equal(
                name + " recipients",
                (long) input.people().size(),
                union.path("recipients").asLong());
        expect.equal(
                name + " in both",
                input.inBoth(),
                union.path("inSeveralIncidents").asLong());
        expect.equal(
                name + " reach sums to recipients", union.path("recipients").asLong(), sum(union.path("reach")));
        JsonNode email = union.path("deliveries").path("EMAIL");
        expect.equal(name + " messages sent", mailed, email.path("SENT").asLong());
        expect.equal(name + " messages refused", refused, email.path("REJECTED").asLong());
    }

    /**
     * Whom letters were printed for, and which of them came back.
     *
     * @param refused whom the mail server refused and who has no address to write to
     * @param bounced whose message came back and who has no address to write to
     */
    record Written(long letters, List<CaseRecord.Returned> returns, long refused, long bounced) {

        long returnedBy(Instant asOf) {
            return returns.stream()
                    .filter(returned -> !returned.at().isAfter(asOf))
                    .mapToLong(CaseRecord.Returned::letters)
                    .sum();
        }
    }

    /** Every letter is out by the first report, and counts as not returned thirty days later. */
    private void checkLetters(CaseRecord.Filed filing, long mailed, Written written) {
        String name = filing.name();
        Instant asOf = Instant.parse(filing.view().path("asOf").asText());
        long returned = written.returnedBy(asOf);
        JsonNode union = filing.content().path("figures").path("union");
        JsonNode letters = union.path("deliveries").path("LETTER");
        expect.equal(
                name + " letters posted",
                written.letters() - returned,
                letters.path("POSTED").asLong());
        expect.equal(
                name + " letters returned", returned, letters.path("RETURNED").asLong());
        expect.equal(
                name + " not told for a returned letter",
                returned,
                union.path("notTold").path("RETURNED").asLong());
        expect.equal(
                name + " not told for a refused message",
                written.refused(),
                union.path("notTold").path("REFUSED").asLong());
        expect.equal(
                name + " not told for a message that came back",
                written.bounced(),
                union.path("notTold").path("BOUNCED").asLong());
        expect.equal(
                name + " not reached",
                returned + written.refused() + written.bounced(),
                union.path("reach").path("NOT_REACHED").asLong());
        String out = name.equals(DUE.get(0).name()) ? "SENT" : "NO_RETURN";
        expect.equal(
                name + " told and " + out,
                mailed + written.letters() - returned,
                union.path("reach").path(out).asLong());
    }

    private void checkChecks(CaseRecord.Filed filing) {
        List<String> failed = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (JsonNode check : filing.checks()) {
            if (check.path("outcome").asText().equals("PASSED")) {
                passed.add(check.path("name").asText());
            }
            // In the first filing there is none to compare with.
            if (!HELD.contains(check.path("outcome").asText())) {
                failed.add(check.path("name").asText());
            }
        }
        // There is evidence in every report of the case: a check that had nothing to look at would be no check.
        expect.holds(
                filing.name() + " has evidence for what is done",
                passed.contains("DONE_HAS_EVIDENCE"),
                passed.size() + " checks passed");
        expect.equal(filing.name() + " failed checks of " + filing.checks().size(), List.of(), failed);
    }

    private void checkFiles(CaseRecord.Filed filing) throws IOException {
        String name = filing.name();
        byte[] submission = Files.readAllBytes(folder.resolve(name + ".pdf"));
        byte[] firmCopy = Files.readAllBytes(folder.resolve(name + "-firm-copy.pdf"));
        expect.holds(
                name + " is a PDF in two renderings",
                isPdf(submission) && isPdf(firmCopy) && !Arrays.equals(submission, firmCopy),
                submission.length + " and " + firmCopy.length + " bytes");
        expect.equal(
                name + " has its digest", filing.view().path("submissionSha256").asText(), sha256(submission));
        expect.equal(
                name + " firm's copy has its digest",
                filing.view().path("firmCopySha256").asText(),
                sha256(firmCopy));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > PDF.length && Arrays.equals(PDF, Arrays.copyOf(bytes, PDF.length));
    }

    /** A combination table as the lists are counted: codes sorted and joined by a bar. */
    static Map<String, Long> combinations(JsonNode table) {
        Map<String, Long> combinations = new TreeMap<>();
        for (JsonNode row : table.path("combinations")) {
            List<String> items = new ArrayList<>();
            row.path("items").forEach(item -> items.add(item.asText()));
            combinations.merge(
                    String.join("|", items.stream().sorted().toList()),
                    row.path("exposures").asLong(),
                    Long::sum);
        }
        return combinations;
    }

    static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }
}
