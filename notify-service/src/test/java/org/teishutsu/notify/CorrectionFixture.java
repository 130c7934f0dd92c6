package org.teishutsu.notify;

import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.SendingFixture.as;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;

/** How those are told who were told something that is not so. */
public final class CorrectionFixture {

    private CorrectionFixture() {}

    /** The standing texts of corrections, proposed for a campaign. */
    public static JsonPath proposed(String campaign) {
        Map<String, Object> wording = new HashMap<>();
        wording.put("template", SendingFixture.template("EMAIL", "CORRECTION"));
        wording.put("letterTemplate", SendingFixture.template("LETTER", "CORRECTION"));
        wording.put("explanation", "調査記録の照合に誤りがありました。");
        return post("officer", "/campaigns/{id}/correction-wordings", wording, campaign)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static void approved(JsonPath wording) {
        post(
                        "approver",
                        "/campaigns/{id}/correction-wordings/{wording}/approval",
                        Map.of("digest", wording.getString("digest")),
                        wording.getString("campaign"),
                        wording.getString("id"))
                .statusCode(200);
    }

    /** The campaign may correct from now on. */
    public static void worded(String campaign) {
        approved(proposed(campaign));
    }

    /** Recipients of a campaign who are still to be corrected, by reason. */
    public static Map<String, Integer> due(String campaign) {
        return as("officer")
                .get("/campaigns/" + campaign + "/corrections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }
}
