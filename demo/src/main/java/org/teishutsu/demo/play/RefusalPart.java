package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls that must be refused, each tried once. */
final class RefusalPart {

    private final Callers callers;
    private final CaseRecord record;
    private final Bindings bindings;

    RefusalPart(Callers callers, CaseRecord record, Bindings bindings) {
        this.callers = callers;
        this.record = record;
        this.bindings = bindings;
    }

    void playReporting() {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        attempt("an auditor opens an incident", 403, "forbidden", "auditor", "POST", "/incidents", nothing);
        attempt(
                "an unknown filing is asked for",
                404,
                "not-found",
                "officer",
                "GET",
                "/filings/" + "00000000-0000-7000-8000-000000000000",
                MissingNode.getInstance());
        attempt("an order without content", 400, "invalid-request", "officer", "POST", "/orders", nothing);
        attempt(
                "an order is released by an auditor",
                403,
                "forbidden",
                "auditor",
                "POST",
                "/orders/" + bindings.text("order") + "/release",
                nothing);
    }

    static CaseRecord.Refusal refusal(String what, int status, String type, Api.Answer answer) {
        String answered =
                answer.status() / 100 == 2 ? "" : answer.json().path("type").asText();
        return new CaseRecord.Refusal(what, status, "urn:problem:" + type, answer.status(), answered);
    }

    private void attempt(String what, int status, String type, String user, String method, String path, JsonNode body) {
        record.refusal(refusal(what, status, type, callers.report(user).attempt(method, path, body)));
    }
}
