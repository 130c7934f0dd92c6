package org.teishutsu.report.filing;

import java.util.List;
import java.util.Optional;
import org.teishutsu.report.filing.FilingFacts.Period;
import org.teishutsu.report.filing.content.Contact;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.filing.content.Submitter;
import org.teishutsu.report.firm.FirmView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.order.OrderView;

/**
 * Writes a filing from the facts; the same facts always give the same content. In its prose figures still stand as their
 * keys, and every figure that could be printed is there: the composer fills them in and keeps those that are.
 */
final class FilingDrafter {
    private static final String HONORIFIC = "殿";

    private FilingDrafter() {}

    static FilingContent draft(FilingFacts facts) {
        Period period = facts.period();
        FilingFacts.Corrected corrected = facts.corrected();
        String title = period.kind().title(period.number()) + (corrected == null ? "" : "（訂正報告書）");
        List<Section> sections = period.kind() == FilingKind.INITIAL
                ? new InitialSections(facts).all()
                : new ProgressSections(facts).all();
        List<Section> annexes = new Annexes(facts).all();
        FigureBook book = new FigureBook(facts);
        return new FilingContent(
                FilingContent.SCHEMA_VERSION,
                title,
                period.kind().name(),
                period.number(),
                documentNumber(period),
                period.letterDate(),
                period.asOf(),
                addressee(facts.firm()),
                submitter(facts.firm()),
                title,
                corrected == null ? preamble(facts) : preamble(facts, corrected),
                parts(annexes, corrected != null),
                contact(facts.firm()),
                sections,
                annexes,
                book.sources(),
                book.all());
    }

    private static String documentNumber(Period period) {
        String number = "業改報第%d号".formatted(period.number() + 1);
        return period.version() == 1 ? number : number + "の" + period.version();
    }

    private static String addressee(FirmView firm) {
        String addressee = firm.bureauAddressee().strip();
        return addressee.endsWith(HONORIFIC) ? addressee : addressee + "　" + HONORIFIC;
    }

    private static Submitter submitter(FirmView firm) {
        return new Submitter(
                firm.seat(),
                firm.name(),
                firm.registrationNumber(),
                firm.corporateNumber(),
                firm.representativeTitle(),
                firm.representativeName(),
                true);
    }

    private static String preamble(FilingFacts facts) {
        OrderView order = facts.order();
        String clause = facts.clausesOf(ClauseKind.REPORT).stream()
                .map(Clause::citation)
                .findFirst()
                .map(citation -> citation + "に基づき、")
                .orElse("");
        String what = facts.period().kind() == FilingKind.INITIAL ? "対応及び実施の状況" : "進捗の状況";
        return """
                このたびは、当社のお客様の情報の漏えいにより、お客様をはじめ関係者の皆様に多大なご迷惑とご心配をおかけしておりますことを、深くお詫び申し上げます。
                %s付け%sにより、%sに基づき当社に発せられました業務改善命令に関し、%s%sを基準として取りまとめました%sを、下記のとおり報告いたします。""".formatted(
                        Wording.date(order.issuedOn()),
                        order.documentNumber(),
                        order.legalBasis(),
                        clause,
                        Wording.asOf(facts.asOf()),
                        what);
    }

    private static String preamble(FilingFacts facts, FilingFacts.Corrected corrected) {
        return """
                %s付け%sにより発せられました業務改善命令に関し、%s付け%sをもって提出いたしました報告書の記載に誤りがございましたので、下記のとおり訂正の上、改めて報告いたします。
                訂正の理由並びに訂正前及び訂正後の記載は、末尾の別紙に示します。ご迷惑をおかけいたしますことを、深くお詫び申し上げます。""".formatted(
                        Wording.date(facts.order().issuedOn()),
                        facts.order().documentNumber(),
                        Wording.date(corrected.documentDate()),
                        corrected.documentNumber());
    }

    /** Two lines, so that the letter stays on one page. */
    private static List<String> parts(List<Section> annexes, boolean correction) {
        String titles = String.join(
                "、",
                annexes.stream()
                        .map(annex -> annex.number() + " " + annex.title())
                        .toList());
        String last = correction ? "、" + FilingCorrections.annexTitle(annexes.size()) : "";
        return List.of("報告書", "別紙（" + titles + last + "）");
    }

    private static Contact contact(FirmView firm) {
        return new Contact(
                firm.contactDepartment(),
                Optional.ofNullable(firm.contactPerson()).orElse("業務改善命令対応担当"),
                firm.contactPhone(),
                firm.contactEmail());
    }
}
