package org.teishutsu.notify.template;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.platform.security.Who;

/**
 * One wording, never changed: another one under the same name is its next revision. Sent only once a second person has
 * approved it.
 */
@Entity
@Table(name = "template")
class MessageTemplate {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private TemplateChannel channel;

    @Enumerated(EnumType.STRING)
    private TemplatePurpose purpose;

    @Enumerated(EnumType.STRING)
    private Language language;

    private int revision;

    private String subject;
    private String body;
    private String digest;

    @Enumerated(EnumType.STRING)
    private TemplateState state;

    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private long version;

    protected MessageTemplate() {}

    static MessageTemplate draft(TemplateRequest text, int revision, String by, Instant now) {
        List<Violation> violations = MessageText.check(text);
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The text cannot be sent as it is", violations);
        }
        MessageTemplate template = new MessageTemplate();
        template.id = Ids.next();
        template.name = text.name();
        template.channel = text.channel();
        template.purpose = text.meant();
        template.language = text.written();
        template.revision = revision;
        template.subject = text.subject();
        template.body = text.body();
        template.digest = digest(text, revision);
        template.state = TemplateState.DRAFT;
        template.recordedAt = now;
        template.recordedBy = by;
        return template;
    }

    void approve(String digestLookedAt, String by, Instant now) {
        if (!state.canGoTo(TemplateState.APPROVED)) {
            throw ProblemException.illegalTransition("template " + id, state, TemplateState.APPROVED);
        }
        Who.requireFourEyes(recordedBy, by, "template " + id);
        if (!digest.equals(digestLookedAt)) {
            throw new ProblemException(ProblemType.CHANGED_SINCE, "template " + id + " has the digest " + digest);
        }
        state = TemplateState.APPROVED;
        approvedAt = now;
        approvedBy = by;
    }

    private static String digest(TemplateRequest text, int revision) {
        String all = String.join(
                "\u0000",
                text.channel().name(),
                text.meant().name(),
                text.written().name(),
                text.name(),
                String.valueOf(revision),
                text.subject(),
                text.body());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    MessageText text() {
        return MessageText.of(language, subject, body);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    TemplateChannel channel() {
        return channel;
    }

    TemplatePurpose purpose() {
        return purpose;
    }

    Language language() {
        return language;
    }

    int revision() {
        return revision;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    String digest() {
        return digest;
    }

    TemplateState state() {
        return state;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }
}
