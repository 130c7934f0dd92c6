package org.teishutsu.report.filing.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.report.filing.content.Contact;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FirmCopy;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.filing.content.Submitter;
import org.teishutsu.report.filing.pdf.FilingPage.CheckLine;
import org.teishutsu.report.filing.pdf.FilingPage.ContactLines;
import org.teishutsu.report.filing.pdf.FilingPage.CopySheet;
import org.teishutsu.report.filing.pdf.FilingPage.Cover;
import org.teishutsu.report.filing.pdf.FilingPage.From;
import org.teishutsu.report.filing.pdf.FilingPage.Mark;
import org.teishutsu.report.filing.pdf.FilingPage.Part;

/** Makes the page of a content and an edition: every string printable, every date and mark in the words of the page. */
final class PageComposer {
    private PageComposer() {}

    static FilingPage compose(FilingContent content, Edition edition) {
        return new FilingPage(
                Printed.text("title", content.title()),
                Printed.text("firm name", content.submitter().firmName()),
                Printed.text("subject", content.subject()),
                marks(edition),
                cover(content),
                parts("section", content.sections()),
                parts("annex", content.annexes()),
                edition.rendering() instanceof Rendering.Copy copy ? copySheet(copy.firmCopy()) : null);
    }

    private static List<Mark> marks(Edition edition) {
        List<Mark> marks = new ArrayList<>();
        if (edition.drill()) {
            marks.add(new Mark("訓練", "drill"));
        }
        if (edition.draft()) {
            marks.add(new Mark("案", "draft"));
        }
        if (edition.rendering() instanceof Rendering.Copy) {
            marks.add(new Mark("控", "copy"));
        }
        return List.copyOf(marks);
    }

    private static Cover cover(FilingContent content) {
        return new Cover(
                Printed.text("document number", content.documentNumber()),
                JapaneseEra.date(content.documentDate()),
                Printed.text("addressee", content.addressee()),
                from(content.submitter()),
                Printed.text("subject", content.subject()),
                Printed.lines("preamble", content.preamble()),
                content.parts().stream()
                        .map(part -> Printed.text("list of parts", part))
                        .toList(),
                JapaneseEra.asOf(content.asOf()),
                contact(content.contact()));
    }

    private static From from(Submitter submitter) {
        String representative = submitter.representativeTitle() + "　" + submitter.representativeName();
        return new From(
                Printed.text("seat", submitter.seat()),
                Printed.text("firm name", submitter.firmName()),
                Printed.text("registration number", submitter.registrationNumber()),
                submitter.corporateNumber(),
                Printed.text("representative", representative),
                submitter.sealPlace());
    }

    private static ContactLines contact(Contact contact) {
        return new ContactLines(
                Printed.text("contact department", contact.department()),
                Printed.text("contact person", contact.person()),
                Printed.text("contact telephone", contact.telephone()),
                optional("contact e-mail", contact.email()));
    }

    private static List<Part> parts(String what, List<Section> sections) {
        return IntStream.range(0, sections.size())
                .mapToObj(i -> {
                    Section section = sections.get(i);
                    String where = what + " " + section.number();
                    String label = Printed.text(where + ", title", section.number() + "　" + section.title());
                    return new Part(what + (i + 1), label, PieceComposer.pieces(where, section.blocks()));
                })
                .toList();
    }

    private static CopySheet copySheet(FirmCopy copy) {
        String digest = copy.submissionSha256();
        return new CopySheet(
                List.of(digest.substring(0, 32), digest.substring(32)),
                copy.checks().stream().map(PageComposer::check).toList());
    }

    private static CheckLine check(FirmCopy.Check check) {
        String where = "check " + check.name();
        String reason = check.overrideReason();
        return new CheckLine(
                Printed.text(where, check.label()),
                Printed.text(where, check.name()),
                severity(check.severity()),
                outcome(check.outcome()),
                Printed.lines(where, check.compared()),
                reason == null ? List.of() : Printed.lines(where + ", override", reason),
                optional(where + ", override", check.overriddenBy()));
    }

    private static String severity(FirmCopy.Severity severity) {
        return switch (severity) {
            case BLOCKING -> "必須";
            case WARNING -> "注意";
        };
    }

    private static String outcome(FirmCopy.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "適";
            case FAILED -> "否";
            case NOT_APPLICABLE -> "対象外";
        };
    }

    private static @Nullable String optional(String where, @Nullable String text) {
        return text == null ? null : Printed.text(where, text);
    }
}
