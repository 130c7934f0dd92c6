package org.teishutsu.common.problem;

import java.util.Locale;

/** Every kind of refusal either service answers with; the README prints this table. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not well formed"),
    AS_OF_IN_FUTURE(400, "The as-of instant has not passed yet"),
    UNREADABLE_FILE(400, "The file cannot be read"),
    UNAUTHORIZED(401, "A user is needed"),
    FORBIDDEN(403, "The user's role does not allow this"),
    FOUR_EYES(403, "Whoever prepared a thing cannot release it"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "None of the formats asked for is served"),
    ILLEGAL_TRANSITION(409, "The state does not allow this"),
    CHANGED_SINCE(409, "What was looked at has changed since"),
    ALREADY_EXISTS(409, "There is one already"),
    NOT_READY(409, "Something that is needed first is missing"),
    UNDER_WAY(409, "The same call is still under way"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This content type is not taken"),
    KEY_USED_DIFFERENTLY(422, "The idempotency key was used for another content"),
    TOO_MANY_REQUESTS(429, "Too many requests from this caller"),
    INTERNAL_ERROR(500, "Something failed on our side"),
    UNAVAILABLE(503, "Something that is needed is away");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** One English sentence for people. */
    public String title() {
        return title;
    }

    /** The {@code type} member of RFC 9457: {@code urn:problem:illegal-transition}. */
    public String urn() {
        return "urn:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
