package org.teishutsu.report.publicnotice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.report.platform.RecordedFact;

/** One notice of the firm (お知らせ). */
@Entity
class PublicNotice extends RecordedFact {
    private String title;
    private String text;
    private Instant publishedAt;

    @ElementCollection
    @CollectionTable(name = "public_notice_relation", joinColumns = @JoinColumn(name = "notice"))
    @OrderColumn(name = "position")
    private List<NoticeRelation> relations = new ArrayList<>();

    protected PublicNotice() {}

    PublicNotice(NewPublicNotice entered, Instant now, String by) {
        super(now, by);
        this.title = entered.title();
        this.text = entered.text();
        this.publishedAt = entered.publishedAt();
        this.relations.addAll(entered.relations());
    }

    Instant publishedAt() {
        return publishedAt;
    }

    PublicNoticeView view() {
        return new PublicNoticeView(id(), title, text, publishedAt, List.copyOf(relations), recordedAt(), recordedBy());
    }
}
