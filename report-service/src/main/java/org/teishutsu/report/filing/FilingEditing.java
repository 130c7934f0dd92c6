package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;

/** What people write into a draft: sections in the firm's own words, reasons for differences, remarks. */
@ApplicationScoped
class FilingEditing {
    private final Filings filings;
    private final FilingRecords records;
    private final FilingViews views;
    private final FilingSteps steps;
    private final FilingWriter writer;
    private final Facts facts;

    FilingEditing(
            Filings filings,
            FilingRecords records,
            FilingViews views,
            FilingSteps steps,
            FilingWriter writer,
            Facts facts) {
        this.filings = filings;
        this.records = records;
        this.views = views;
        this.steps = steps;
        this.writer = writer;
        this.facts = facts;
    }

    /** What the last writing of the draft changed; nothing if it was the first. */
    @Transactional
    Changes changes(UUID id) {
        return filings.get(id)
                .changes()
                .map(json -> FiguresJson.read(json, Changes.class))
                .orElse(new Changes(List.of(), List.of()));
    }

    /** The section in the form in which it is edited. */
    @Transactional
    SectionView section(UUID id, String number) {
        return SectionView.of(sectionOf(filings.get(id), number), records.standing(id, FilingText.Kind.SECTION));
    }

    /** Puts a section in an officer's words; an empty text takes them back. */
    @Transactional
    FilingView edit(UUID id, String number, String text, String by) {
        return steps.take(id, (filing, now) -> {
            filing.requireDraft();
            Section drafted = sectionOf(filing, number);
            if (!text.isBlank()) {
                Set<String> keys = drafted(filing).printedFigures().stream()
                        .map(Figure::key)
                        .collect(Collectors.toSet());
                SectionText.check(drafted, text, keys::contains);
            }
            records.text(new FilingText(
                    id, FilingText.Kind.SECTION, number, text.strip(), SectionText.of(drafted), now, by));
            FilingComposer.apply(filing, records);
            records.event(filing, FilingEvent.Kind.EDITED, "section " + number, now, by);
        });
    }

    /** Says why a number differs from what was said before; printed beside it. */
    FilingView explain(UUID id, String key, String text, String by) {
        QuarkusTransaction.requiringNew().run(() -> {
            Filing filing = filings.lock(id);
            filing.requireDraft();
            String figure = key.startsWith(Gap.published(""))
                    ? LeakFigures.exposures(key.substring(Gap.published("").length()))
                    : key;
            if (drafted(filing).printedFigures().stream()
                    .noneMatch(known -> known.key().equals(figure))) {
                throw ProblemException.notFound("figure", key);
            }
            records.text(
                    new FilingText(id, FilingText.Kind.EXPLANATION, key, Wording.oneLine(text), "", facts.stamp(), by));
        });
        writer.rewrite(id, FilingEvent.Kind.EXPLAINED, key, by);
        return QuarkusTransaction.requiringNew().call(() -> views.of(filings.get(id)));
    }

    /** A remark of whoever reviews it; printed nowhere. */
    @Transactional
    FilingView remark(UUID id, String section, String text, String by) {
        return steps.take(id, (filing, now) -> {
            sectionOf(filing, section);
            records.text(new FilingText(id, FilingText.Kind.REMARK, section, text.strip(), "", now, by));
            records.event(filing, FilingEvent.Kind.REMARKED, "section " + section, now, by);
        });
    }

    private static FilingContent drafted(Filing filing) {
        return FilingJson.read(filing.drafted()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "The filing has not been written yet")));
    }

    private static Section sectionOf(Filing filing, String number) {
        return drafted(filing)
                .all()
                .filter(section -> section.number().equals(number))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("section", number));
    }
}
