package org.teishutsu.demo.verify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.play.Callers;

/** The messages in a run folder against its lists, for whoever wants that alone. */
public final class MailTruth {

    private final MailCheck check;

    private MailTruth(MailCheck check) {
        this.check = check;
    }

    public static MailTruth of(RunFolder run, Callers callers) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        callers.report("auditor")
                .get("/leak-items")
                .forEach(item -> labels.put(
                        item.path("code").asText(), item.path("label").asText()));
        MailCheck check = new MailCheck(InputReading.of(run.input(), labels.keySet()), titles(callers), labels);
        check.read(run.mail(), any -> {});
        return new MailTruth(check);
    }

    /** Recipients who can be mailed and were not. */
    public long missing() {
        return check.missing();
    }

    /** Messages beyond the first to the same recipient. */
    public long doubled() {
        return check.doubled();
    }

    /** Recipients whose copies do not all carry the same Message-ID. */
    public long doubledUnderAnotherId() {
        return check.doubledUnderAnotherId();
    }

    /** What was wrong with messages, and with how many. */
    public Map<String, Long> faults() {
        return check.faults();
    }

    static Map<String, String> titles(Callers callers) {
        Map<String, String> titles = new LinkedHashMap<>();
        callers.report("auditor")
                .get("/incidents")
                .path("items")
                .forEach(incident -> titles.put(
                        incident.path("code").asText(), incident.path("title").asText()));
        return titles;
    }
}
