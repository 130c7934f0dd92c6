package org.teishutsu.report.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.deadline.DeadlineDates;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.deadline.MonthlyRule;
import org.teishutsu.report.evidence.EvidenceView;
import org.teishutsu.report.evidence.Subject;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.FilingFacts.Later;
import org.teishutsu.report.filing.FilingFacts.Period;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.firm.FirmView;
import org.teishutsu.report.incident.IncidentView;
import org.teishutsu.report.incident.NotLeaked;
import org.teishutsu.report.incident.TimelineView;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.measure.ProgressView;
import org.teishutsu.report.measure.SlipView;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.publicnotice.NoticeRelation;
import org.teishutsu.report.publicnotice.PublicNoticeView;
import org.teishutsu.report.publicnotice.PublishedFigureView;
import org.teishutsu.report.restriction.RestrictionKind;
import org.teishutsu.report.restriction.RestrictionView;

/** The facts of the 2017 case as of a report; the split into combinations is synthetic. */
final class FilingFixtures {
    static final Instant KNOWN = Instant.parse("2017-08-01T00:00:00Z");
    private static final UUID ORDER = new UUID(0, 1);
    private static final UUID NOTICE_26 = new UUID(0, 26);
    private static final UUID NOTICE_31 = new UUID(0, 31);
    private static final MonthlyRule RULE =
            new MonthlyRule(LocalDate.of(2017, 8, 16), 1, AsOfRule.DEFAULT, List.of(), BusinessCalendar.japan());

    private FilingFixtures() {}

    static String example() {
        try (InputStream in = Figures.class.getResourceAsStream("/examples/figures.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Figures figures() {
        return FiguresJson.read(example());
    }

    static FilingFacts initial() {
        return facts(0, figures(), null, true);
    }

    static FilingFacts progress(Figures before) {
        return facts(
                1,
                figures(),
                new Previous(
                        FilingKind.INITIAL,
                        0,
                        RULE.dates(0).asOf(),
                        printed(facts(0, before, null, true)),
                        List.of(new FilingFacts.Told("初回報告", 111_000))),
                true);
    }

    /** What a filing of such facts says under each key. */
    private static Map<String, Long> printed(FilingFacts facts) {
        Map<String, Long> printed = new HashMap<>();
        new FigureBook(facts).all().forEach(figure -> printed.put(figure.key(), figure.value()));
        return printed;
    }

    static FilingFacts explained(FilingFacts facts, Map<String, String> explanations) {
        return with(facts, facts.incidents(), facts.measures(), facts.evidence(), explanations);
    }

    static FilingFacts withMeasures(FilingFacts facts, List<MeasureView> measures) {
        return with(facts, facts.incidents(), measures, facts.evidence(), facts.explanations());
    }

    static FilingFacts withEvidence(FilingFacts facts, List<EvidenceView> evidence) {
        return with(facts, facts.incidents(), facts.measures(), evidence, facts.explanations());
    }

    static FilingFacts withIncidents(FilingFacts facts, List<IncidentFacts> incidents) {
        return with(facts, incidents, facts.measures(), facts.evidence(), facts.explanations());
    }

    /** The same before anything was said in public. */
    static FilingFacts unpublished(FilingFacts facts) {
        return withIncidents(
                facts,
                facts.incidents().stream()
                        .map(each -> new IncidentFacts(each.incident(), each.timeline(), List.of()))
                        .toList());
    }

    private static FilingFacts with(
            FilingFacts facts,
            List<IncidentFacts> incidents,
            List<MeasureView> measures,
            List<EvidenceView> evidence,
            Map<String, String> explanations) {
        return new FilingFacts(
                facts.period(),
                facts.firm(),
                facts.order(),
                incidents,
                facts.itemLabels(),
                facts.notices(),
                measures,
                evidence,
                facts.restrictions(),
                facts.deadlines(),
                facts.instructions(),
                facts.figures(),
                facts.previous(),
                facts.later(),
                explanations,
                facts.requests(),
                facts.corrected(),
                facts.drill());
    }

    static MonthlyRule rule(LocalDate anchor) {
        return new MonthlyRule(anchor, 1, AsOfRule.DEFAULT, List.of(), BusinessCalendar.japan());
    }

    /** As it is printed when nobody has written anything into it. */
    static FilingContent printed(FilingContent drafted) {
        return FilingComposer.compose(drafted, Map.of(), List.of());
    }

    static FilingFacts facts(int number, Figures figures, Previous previous, boolean drill) {
        DeadlineDates dates = RULE.dates(number);
        return new FilingFacts(
                new Period(FilingKind.of(number), number, 1, dates.asOf(), dates.nominal(), dates.safe(), dates.safe()),
                firm(),
                order(),
                List.of(attack2016(), attack2017()),
                LABELS,
                List.of(notice26(), notice31()),
                measures(),
                measures().stream().map(FilingFixtures::evidence).toList(),
                List.of(new RestrictionView(
                        new UUID(0, 50),
                        RestrictionKind.NEW_ACCOUNTS,
                        Instant.parse("2017-07-28T08:30:00Z"),
                        "命令(1)",
                        null,
                        List.of(),
                        KNOWN,
                        "officer")),
                List.of(deadline(0), deadline(1), deadline(2), deadline(3)),
                List.of(),
                figures,
                previous,
                new Later(dates.asOf().plusSeconds(86_400), List.of(), List.of(), List.of()),
                Map.of(),
                List.of(),
                null,
                drill);
    }

    private static EvidenceView evidence(MeasureView measure) {
        return new EvidenceView(
                new UUID(6, measure.id().getLeastSignificantBits()),
                new Subject(Subject.Kind.MEASURE, measure.id(), null, Stage.PLANNED),
                measure.title() + "に係る検討資料",
                List.of(new EvidenceView.Version(
                        1, "資料.pdf", "application/pdf", 12_345, "0123456789abcdef".repeat(4), KNOWN, "officer")),
                KNOWN,
                "officer");
    }

    private static FirmView firm() {
        return new FirmView(
                "サンプルＦＸ株式会社",
                "東京都架空区見本町一丁目1番1号",
                "関東財務局長（金商）第0000号",
                "0000000000000",
                "代表取締役",
                "見本　太郎",
                "内部管理統括部",
                null,
                "03-0000-0001",
                null,
                "0120-000-000",
                "平日9時から18時まで",
                null,
                "関東財務局長",
                KNOWN,
                "officer");
    }

    private static OrderView order() {
        return new OrderView(
                ORDER,
                "関東財務局",
                "関財金六第000号",
                "金融商品取引法第51条",
                null,
                LocalDate.of(2017, 7, 28),
                Instant.parse("2017-07-28T07:00:00Z"),
                List.of("2016-attack", "2017-attack"),
                List.of(
                        new Clause(1, ClauseKind.CONTAIN, "新規の口座開設を停止すること。"),
                        new Clause(2, ClauseKind.LIMIT_HARM, "被害の拡大を防ぐこと。"),
                        new Clause(3, ClauseKind.INFORM_CUSTOMERS, "顧客に適切に説明すること。"),
                        new Clause(4, ClauseKind.REPORT, "書面で報告すること。")),
                LocalDate.of(2017, 8, 16),
                1,
                AsOfRule.DEFAULT,
                false,
                null,
                KNOWN,
                "officer");
    }

    private static IncidentFacts attack2016() {
        IncidentView incident = new IncidentView(
                "2016-attack",
                "2016年の不正アクセス",
                LocalDate.of(2016, 7, 1),
                LocalDate.of(2016, 11, 30),
                Instant.parse("2017-07-18T01:00:00Z"),
                Instant.parse("2017-07-22T08:00:00Z"),
                "当時の口座保有者",
                List.of("EMAIL", "CUSTOMER_ID", "BIRTH_DATE", "FIRST_LOGIN_PASSWORD"),
                Map.of("FIRST_LOGIN_PASSWORD", "無効化済み"),
                List.of(new NotLeaked("NAME", LocalDate.of(2017, 7, 31), "会員名を含む")),
                "外部の調査機関",
                "外部からの不正アクセス",
                null,
                List.of(),
                null,
                null,
                "改修時の検査が不十分であった。",
                "外部の調査機関の指摘により発覚した。",
                KNOWN,
                "officer");
        return new IncidentFacts(
                incident,
                List.of(
                        timeline("2016-attack", "2017-07-18T01:00:00Z", "調査機関から指摘を受けた。"),
                        timeline("2016-attack", "2017-07-31T07:00:00Z", "件数を公表した。")),
                List.of(
                        published("2016-attack", 110_000, PublishedFigureView.Certainty.ESTIMATED, NOTICE_26),
                        published("2016-attack", 112_364, PublishedFigureView.Certainty.CONFIRMED, NOTICE_31)));
    }

    private static IncidentFacts attack2017() {
        IncidentView incident = new IncidentView(
                "2017-attack",
                "2017年7月の不正アクセス",
                LocalDate.of(2017, 7, 13),
                LocalDate.of(2017, 7, 13),
                Instant.parse("2017-07-13T06:00:00Z"),
                null,
                null,
                List.of("NAME", "EMAIL"),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                KNOWN,
                "officer");
        return new IncidentFacts(
                incident,
                List.of(
                        timeline("2017-attack", "2017-07-13T06:00:00Z", "検知し、遮断した。"),
                        timeline("2017-attack", "2017-07-31T07:00:00Z", "件数を公表した。")),
                List.of(published("2017-attack", 2_455, PublishedFigureView.Certainty.CONFIRMED, NOTICE_31)));
    }

    private static TimelineView timeline(String incident, String at, String text) {
        return new TimelineView(new UUID(1, 1), incident, Instant.parse(at), text, null, KNOWN, "officer");
    }

    static PublishedFigureView published(
            String incident, long number, PublishedFigureView.Certainty certainty, UUID notice) {
        return new PublishedFigureView(
                new UUID(2, number),
                incident,
                number,
                PublishedFigureView.Unit.RECORDS,
                certainty,
                Instant.parse("2017-07-31T07:00:00Z"),
                notice,
                KNOWN,
                "officer",
                KNOWN,
                "approver",
                null);
    }

    private static PublicNoticeView notice26() {
        return new PublicNoticeView(
                NOTICE_26, "第二報", "本文", Instant.parse("2017-07-26T07:00:00Z"), List.of(), KNOWN, "officer");
    }

    private static PublicNoticeView notice31() {
        return new PublicNoticeView(
                NOTICE_31,
                "第三報",
                "本文",
                Instant.parse("2017-07-31T07:00:00Z"),
                List.of(
                        new NoticeRelation(NOTICE_26, NoticeRelation.Kind.REPLACES),
                        new NoticeRelation(NOTICE_26, NoticeRelation.Kind.ADDS_TO)),
                KNOWN,
                "officer");
    }

    static List<MeasureView> measures() {
        return List.of(measure(1, "漏えい可能性の検証", 1), measure(2, "出金の監視強化", 2), measure(3, "お客様への個別通知", 3));
    }

    private static MeasureView measure(int id, String title, int clause) {
        return new MeasureView(
                new UUID(3, id),
                ORDER,
                1,
                title,
                "システム部長",
                List.of(clause),
                "内部監査室が毎月確認する。",
                Stage.PLANNED,
                List.of(
                        new MeasureView.StageView(
                                Stage.PLANNED,
                                LocalDate.of(2017, 7, 31),
                                LocalDate.of(2017, 7, 31),
                                LocalDate.of(2017, 7, 30),
                                null,
                                true),
                        new MeasureView.StageView(Stage.CODIFIED, null, null, null, "既存の規程で足りる", false),
                        new MeasureView.StageView(
                                Stage.IN_FORCE,
                                LocalDate.of(2017, 10, 31),
                                LocalDate.of(2017, 9, 30),
                                null,
                                null,
                                false)),
                List.of(new ProgressView(
                        new UUID(4, id), "検討を終えた。", Stage.PLANNED, LocalDate.of(2017, 7, 30), null, KNOWN, "officer")),
                List.of(new SlipView(
                        new UUID(5, id),
                        Stage.IN_FORCE,
                        LocalDate.of(2017, 9, 30),
                        LocalDate.of(2017, 10, 31),
                        "機器の納期",
                        KNOWN,
                        "officer")),
                KNOWN,
                "officer");
    }

    private static DeadlineView deadline(int number) {
        DeadlineDates dates = RULE.dates(number);
        return new DeadlineView(
                ORDER,
                number,
                dates.nominal(),
                dates.reading(),
                dates.safe(),
                dates.latest(),
                false,
                null,
                dates.asOf(),
                dates.asOfDate(),
                false,
                DeadlineState.OPEN,
                false,
                false,
                null,
                null,
                null,
                KNOWN,
                "officer");
    }

    private static final Map<String, String> LABELS = Map.of(
            "NAME", "氏名",
            "EMAIL", "メールアドレス",
            "CUSTOMER_ID", "お客様ID",
            "BIRTH_DATE", "生年月日",
            "PHONE", "電話番号",
            "FIRST_LOGIN_PASSWORD", "初回ログインパスワード");
}
