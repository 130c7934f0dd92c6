package org.teishutsu.demo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teishutsu.demo.casefile.CaseFileCheck;
import org.teishutsu.demo.input.Csv;
import org.teishutsu.demo.input.Expected;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.play.CaseRecord;
import org.teishutsu.demo.terminal.ProgressBar;
import org.teishutsu.demo.terminal.Screen;

/** All that is expected of the played case. */
public final class Verification {

    private static final List<String> INCIDENTS = List.of("2017-attack", "2016-attack");

    private final RunFolder run;
    private final Callers callers;
    private final CaseRecord record;
    private final Expectations expect = new Expectations();
    private final Map<String, String> labels = new LinkedHashMap<>();

    public Verification(RunFolder run, Callers callers, CaseRecord record) {
        this.run = run;
        this.callers = callers;
        this.record = record;
        callers.report("auditor")
                .get("/leak-items")
                .forEach(item -> labels.put(
                        item.path("code").asText(), item.path("label").asText()));
    }

    /** Checks everything; {@code generated} is what the generator says it put into the lists. */
    public List<Expectation> check(Expected generated, Screen screen) throws IOException {
        InputReading input = InputReading.of(run.input(), labels.keySet());
        checkInput(input, generated);
        checkImports(input);
        MailCheck mail = checkMail(input, screen);
        BounceCheck bounces = checkBounces(input);
        checkCampaign(input, mail, bounces.bounced().size());
        LetterCheck letters = checkLetters(input, bounces);
        new FilingCheck(input, callers.notify("auditor"), run.filings(), expect)
                .check(
                        record.filings(),
                        mail.mailable() - bounces.bounced().size(),
                        MailCheck.refused(input),
                        new FilingCheck.Written(
                                letters.expected(),
                                record.returns(),
                                letters.refusedWithoutAddress(),
                                letters.bouncedWithoutAddress()));
        checkCaseFile();
        checkRefusals();
        JsonNode stopped = callers.report("service").get("/restrictions/NEW_ACCOUNTS/current");
        expect.equal("new accounts are stopped", true, stopped.path("stopped").asBoolean());
        return expect.all();
    }

    /** It is kept for whoever wants to see one, and must be whole without any service. */
    private void checkCaseFile() throws IOException {
        String order = record.filings().get(0).view().path("order").asText();
        Files.write(run.path("case-file.zip"), callers.report("auditor").bytes("/orders/" + order + "/case-file.zip"));
        CaseFileCheck.Result result = CaseFileCheck.of(run.path("case-file.zip"));
        expect.equal("what is missing or altered in the case file", List.of(), result.problems());
        expect.holds("the case file has every filing and its evidence", result.files() > 40, result.files() + " files");
    }

    /** Labels of the leak items by code. */
    public Map<String, String> labels() {
        return new LinkedHashMap<>(labels);
    }

    private void checkInput(InputReading input, Expected generated) {
        expect.equal("list 2016, exposures", generated.exposures2016(), input.exposures("2016-attack"));
        expect.equal("list 2017, exposures", generated.exposures2017(), input.exposures("2017-attack"));
        expect.equal("list 2016, combinations", generated.combinations2016(), input.combinations("2016-attack"));
        expect.equal("list 2017, combinations", generated.combinations2017(), input.combinations("2017-attack"));
        expect.equal("recipients in both lists", generated.inBoth(), input.inBoth());
        expect.equal("recipients", generated.recipients(), (long) input.people().size());
        expect.equal("broken rows of 2016", generated.brokenLines(), input.brokenLines("2016-attack"));
        expect.equal("broken rows of 2017", List.of(), input.brokenLines("2017-attack"));
    }

    private void checkImports(InputReading input) {
        for (String incident : INCIDENTS) {
            JsonNode view = record.imports().getOrDefault(incident, MissingNode.getInstance());
            long broken = input.brokenLines(incident).size();
            String name = "import " + incident + " ";
            expect.equal(name + "is applied", "APPLIED", view.path("state").asText());
            expect.equal(
                    name + "rows",
                    input.exposures(incident) + broken,
                    view.path("rows").asLong());
            expect.equal(name + "rejected", broken, view.path("rejected").asLong());
            expect.equal(name + "waiting", 0L, view.path("waiting").asLong());
            expect.equal(
                    name + "sums to its rows",
                    view.path("rows").asLong(),
                    List.of("new", "changed", "unchanged", "duplicate", "waiting", "rejected").stream()
                            .mapToLong(part -> view.path(part).asLong())
                            .sum());
            expect.equal(name + "rejected lines", input.brokenLines(incident), rejectedLines(incident));
            expect.equal(
                    "combination table " + incident,
                    input.combinations(incident),
                    FilingCheck.combinations(record.combinations().getOrDefault(incident, view)));
        }
    }

    /** The returned rows are the line they stood on, why they came back, and the rows as sent. */
    private List<Integer> rejectedLines(String incident) {
        List<List<String>> records = new ArrayList<>();
        Csv.read(new BufferedReader(new StringReader(record.rejections().getOrDefault(incident, ""))), records::add);
        if (records.isEmpty()) {
            return List.of();
        }
        // Spreadsheets know UTF-8 by the mark before the first name.
        List<String> names = records.remove(0).stream()
                .map(name -> name.replace("\uFEFF", ""))
                .toList();
        // Beside the Japanese name, which is in the encoding the list came in.
        int column = names.stream()
                .filter(name -> name.endsWith("(line)"))
                .findFirst()
                .map(names::indexOf)
                .orElse(-1);
        return records.stream()
                .map(cells -> column < 0 ? -1 : Integer.parseInt(cells.get(column)))
                .sorted()
                .toList();
    }

    private MailCheck checkMail(InputReading input, Screen screen) throws IOException {
        MailCheck mail = new MailCheck(input, MailTruth.titles(callers), labels);
        long messages = MailCheck.messages(run.mail());
        try (ProgressBar bar = screen.bar("check every message", messages)) {
            mail.read(run.mail(), bar::at);
        }
        expect.equal("messages received", (long) mail.mailable(), messages);
        expect.equal("recipients who can be mailed and were not", 0L, mail.missing());
        expect.equal("messages sent twice", 0L, mail.doubled());
        expect.equal("faults of messages", Map.of(), mail.faults());
        return mail;
    }

    private BounceCheck checkBounces(InputReading input) throws IOException {
        BounceCheck bounces = new BounceCheck(record.cameBack(), callers.notify("officer"));
        expect.equal("what came back and was taken for something else", Map.of(), bounces.otherwise());
        expect.holds(
                "some messages came back",
                !bounces.bounced().isEmpty(),
                bounces.bounced().size() + " bounced");
        expect.equal(
                "messages that came back to nobody's address",
                0L,
                bounces.bounced().stream()
                        .filter(email -> input.people().stream()
                                .noneMatch(person -> person.row().email().equals(email)))
                        .count());
        return bounces;
    }

    private LetterCheck checkLetters(InputReading input, BounceCheck bounces) {
        LetterCheck letters = new LetterCheck(input, bounces.bounced(), MailTruth.titles(callers), labels);
        letters.read(run.letters(), record.batches());
        expect.equal(
                "letters printed",
                letters.expected(),
                record.batches().stream()
                        .mapToLong(batch -> batch.path("letters").asLong())
                        .sum());
        expect.equal("recipients to be written to and without a letter", 0L, letters.missing());
        expect.equal("letters printed twice", 0L, letters.doubled());
        expect.equal("faults of letters", Map.of(), letters.faults());
        expect.holds(
                "letters came back for each reason",
                record.returns().size() == 4 && record.returns().stream().allMatch(returned -> returned.letters() > 0),
                record.returns().toString());
        return letters;
    }

    private void checkCampaign(InputReading input, MailCheck mail, int bounced) throws IOException {
        JsonNode email = record.progress().path("deliveries").path("EMAIL");
        expect.equal(
                "deliveries sent",
                (long) mail.mailable() - bounced,
                email.path("SENT").asLong());
        expect.equal(
                "deliveries that came back",
                (long) bounced,
                email.path("BOUNCED").asLong());
        expect.equal(
                "deliveries refused for good",
                MailCheck.refused(input),
                email.path("REJECTED").asLong());
        expect.equal("deliveries in doubt", 0L, email.path("UNCERTAIN").asLong());
        Map<String, Long> reasons = new LinkedHashMap<>();
        record.campaign()
                .path("letterReasons")
                .properties()
                .forEach(
                        reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
        reasons.values().removeIf(count -> count == 0);
        Map<String, Long> letters = MailCheck.letterReasons(input);
        expect.equal("letters first, by reason", letters, reasons);
        long listed =
                Files.readAllLines(run.path("letters").resolve("not-told.csv")).size() - 1L;
        long untold = letters.values().stream().mapToLong(Long::longValue).sum() + MailCheck.refused(input);
        expect.equal("recipients on the list of those not yet told", untold, listed);
    }

    private void checkRefusals() {
        for (CaseRecord.Refusal refusal : record.refusals()) {
            expect.equal(
                    "refused: " + refusal.what(),
                    refusal.expected() + " " + refusal.expectedType(),
                    refusal.status() + " " + refusal.type());
        }
    }
}
