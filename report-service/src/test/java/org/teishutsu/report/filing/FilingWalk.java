package org.teishutsu.report.filing;

import static org.teishutsu.report.Case2017.as;

import java.util.Map;

/** The steps that most tests take a filing through, by those who may. */
final class FilingWalk {
    private FilingWalk() {}

    /** From a draft to its release. */
    static void release(String filing) {
        as("officer").post(filing + "/review").then().statusCode(200);
        as("approver").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(200);
        as("representative")
                .body(resolved(digest(filing)))
                .post(filing + "/release")
                .then()
                .statusCode(200);
    }

    static String digest(String filing) {
        return as("auditor").get(filing).then().extract().path("digest");
    }

    static Map<String, String> lookedAt(String filing) {
        return Map.of("digest", digest(filing));
    }

    /** What the representative enters. */
    static Map<String, String> resolved(String digest) {
        return Map.of("digest", digest, "boardDate", "2017-08-08", "boardResolution", "本報告の内容を承認した。");
    }
}
