package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.evidence.EvidenceService;
import org.teishutsu.report.evidence.EvidenceView;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.firm.FirmService;
import org.teishutsu.report.incident.FindingService;
import org.teishutsu.report.incident.IncidentService;
import org.teishutsu.report.measure.MeasureService;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.InstructionService;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.publicnotice.PublicNoticeService;
import org.teishutsu.report.publicnotice.PublishedFigureService;
import org.teishutsu.report.restriction.RestrictionService;

/**
 * Everything about an order in open formats, written as it is read: JSON, CSV, PDF, the evidence, and the hash of each
 * file. No transaction is open while it is sent, and one file at a time is in memory at most.
 */
@ApplicationScoped
class CaseFile {
    private static final Logger LOG = Logger.getLogger(CaseFile.class);

    private final OrderService orders;
    private final InstructionService instructions;
    private final DeadlineService deadlines;
    private final IncidentService incidents;
    private final FindingService findings;
    private final PublicNoticeService notices;
    private final PublishedFigureService published;
    private final MeasureService measures;
    private final RestrictionService restrictions;
    private final EvidenceService evidence;
    private final FirmService firms;
    private final Filings filings;
    private final FilingRecords records;
    private final FilingViews views;
    private final BureauRequests requests;
    private final Delegations delegations;
    private final Drill drill;
    private final Clock clock;

    CaseFile(
            OrderService orders,
            InstructionService instructions,
            DeadlineService deadlines,
            IncidentService incidents,
            FindingService findings,
            PublicNoticeService notices,
            PublishedFigureService published,
            MeasureService measures,
            RestrictionService restrictions,
            EvidenceService evidence,
            FirmService firms,
            Filings filings,
            FilingRecords records,
            FilingViews views,
            BureauRequests requests,
            Delegations delegations,
            Drill drill,
            Clock clock) {
        this.orders = orders;
        this.instructions = instructions;
        this.deadlines = deadlines;
        this.incidents = incidents;
        this.findings = findings;
        this.notices = notices;
        this.published = published;
        this.measures = measures;
        this.restrictions = restrictions;
        this.evidence = evidence;
        this.firms = firms;
        this.filings = filings;
        this.records = records;
        this.views = views;
        this.requests = requests;
        this.delegations = delegations;
        this.drill = drill;
        this.clock = clock;
    }

    /** Refuses an order that does not exist before the first byte is sent. */
    OrderView order(UUID order) {
        return orders.get(order);
    }

    void write(OrderView order, OutputStream out) throws IOException {
        Instant now = clock.instant();
        try (CaseFileZip zip = new CaseFileZip(out, now.toEpochMilli())) {
            writeOrder(zip, order, now);
            writeIncidents(zip, order);
            writeMeasures(zip, order);
            writeFilings(zip, order);
            writeEvidence(zip, order);
            zip.add(
                    CaseFileZip.INDEX,
                    "この一覧",
                    CaseFileIndex.html(order, now, drill.active(), zip.entries())
                            .getBytes(StandardCharsets.UTF_8));
            zip.finish();
        }
    }

    private void writeOrder(CaseFileZip zip, OrderView order, Instant now) throws IOException {
        json(zip, "case.json", "この一件記録の作成日時及び対象", Map.of("order", order.id(), "madeAt", now, "drill", drill.active()));
        json(zip, "firm.json", "届出者", firms.find().map(List::of).orElse(List.of()));
        json(zip, "order/order.json", "命令", order);
        json(zip, "order/instructions.json", "当局の指示及び照会並びに回答", instructions.standing(order.id()));
        json(zip, "order/deadlines.json", "報告期限", deadlines.of(order.id()));
        json(zip, "restrictions.json", "業務の制限", restrictions.all());
        json(zip, "delegations.json", "職務代行", delegations.all());
    }

    private void writeIncidents(CaseFileZip zip, OrderView order) throws IOException {
        for (String code : order.incidents()) {
            String folder = "incidents/" + code + "/";
            json(zip, folder + "incident.json", "事案", incidents.get(code));
            json(zip, folder + "timeline.json", "時系列", incidents.timeline(code));
            json(zip, folder + "findings.json", "原因その他の判明した事項", findings.all(code));
            json(zip, folder + "published-figures.json", "公表件数", published.of(code));
            csv(
                    zip,
                    folder + "timeline.csv",
                    "時系列（表）",
                    List.of("発生日時", "事実", "記録日時", "記録者"),
                    incidents.timeline(code).stream()
                            .map(entry -> List.of(
                                    entry.occurredAt().toString(),
                                    entry.text(),
                                    entry.recordedAt().toString(),
                                    entry.by()))
                            .toList());
        }
        json(zip, "public-notices.json", "公表資料", notices.all());
    }

    private void writeMeasures(CaseFileZip zip, OrderView order) throws IOException {
        List<MeasureView> all = measures.of(order.id());
        json(zip, "measures/measures.json", "改善策及びその記録", all);
        List<List<String>> rows = new ArrayList<>();
        for (MeasureView measure : all) {
            measure.stages()
                    .forEach(stage -> rows.add(List.of(
                            measure.title(),
                            measure.owner(),
                            measure.clauses().toString(),
                            stage.stage().label(),
                            text(stage.due()),
                            text(stage.doneOn()))));
        }
        csv(zip, "measures/measures.csv", "改善策（表）", List.of("改善策", "責任者", "命令事項", "段階", "期限", "完了日"), rows);
    }

    private void writeFilings(CaseFileZip zip, OrderView order) throws IOException {
        List<FilingView> all = QuarkusTransaction.requiringNew().call(() -> views.of(filings.of(order.id())));
        json(zip, "filings/filings.json", "報告書の一覧", all);
        for (FilingView filing : all) {
            String folder = String.format(
                    Locale.ROOT,
                    "filings/%02d-%s-v%d/",
                    filing.number(),
                    filing.kind().name().toLowerCase(Locale.ROOT),
                    filing.version());
            writeFiling(zip, folder, filing);
        }
    }

    private void writeFiling(CaseFileZip zip, String folder, FilingView filing) throws IOException {
        String title = filing.title();
        json(zip, folder + "filing.json", title, filing);
        json(
                zip,
                folder + "events.json",
                title + "：経過",
                QuarkusTransaction.requiringNew()
                        .call(() -> records.events(filing.id()).stream()
                                .map(FilingEvent::view)
                                .toList()));
        json(zip, folder + "requests.json", title + "：補正及び追加資料の求め", requests.of(filing.id()));
        json(
                zip,
                folder + "checks.json",
                title + "：承認時の点検",
                QuarkusTransaction.requiringNew().call(() -> records.checked(filing.id())));
        FilingContent content = content(zip, folder, filing);
        if (content != null) {
            csv(
                    zip,
                    folder + "figures.csv",
                    title + "：計数及び出所",
                    List.of("番号", "計数", "値", "前回", "集計元", "位置"),
                    content.printedFigures().stream()
                            .map(figure -> List.of(
                                    figure.key(),
                                    figure.label(),
                                    text(figure.value()),
                                    text(figure.before()),
                                    figure.source(),
                                    text(figure.path())))
                            .toList());
        }
        for (RenderingName rendering : RenderingName.values()) {
            Optional<byte[]> bytes = QuarkusTransaction.requiringNew()
                    .call(() -> records.document(filings.get(filing.id()), rendering)
                            .map(FilingDocument::bytes));
            if (bytes.isPresent()) {
                boolean submission = rendering == RenderingName.SUBMISSION;
                zip.add(
                        folder + (submission ? "submission.pdf" : "firm-copy.pdf"),
                        title + (submission ? "：提出用" : "：控"),
                        bytes.get());
            }
        }
    }

    private @Nullable FilingContent content(CaseFileZip zip, String folder, FilingView filing) throws IOException {
        record Written(@Nullable String content, @Nullable String figures) {}
        Written written = QuarkusTransaction.requiringNew().call(() -> {
            Filing found = filings.get(filing.id());
            return new Written(found.content().orElse(null), found.figures().orElse(null));
        });
        if (written.content() == null) {
            return null;
        }
        zip.add(
                folder + "document.json",
                filing.title() + "：内容及び集計",
                FiguresJson.document(written.content(), written.figures()));
        return FilingJson.read(written.content());
    }

    /** A file that is gone leaves its hash in the list, so that whoever verifies sees what is missing. */
    private void writeEvidence(CaseFileZip zip, OrderView order) throws IOException {
        List<EvidenceView> all = evidence.of(order.id());
        json(zip, "evidence/evidence.json", "証跡の一覧（記録時のSHA-256を含む。）", all);
        for (EvidenceView each : all) {
            for (EvidenceView.Version version : each.versions()) {
                try (InputStream in = evidence.open(each.id(), version.number())) {
                    zip.add(
                            "evidence/%s/v%d".formatted(each.id(), version.number()),
                            "証跡：%s（第%d版、%s）".formatted(each.title(), version.number(), version.fileName()),
                            in);
                } catch (NoSuchFileException e) {
                    LOG.errorf("Evidence %s, version %d, has no file any more", each.id(), version.number());
                }
            }
        }
    }

    private static void json(CaseFileZip zip, String path, String what, Object value) throws IOException {
        zip.add(path, what, FiguresJson.pretty(value));
    }

    /** With a mark at its beginning by which spreadsheets know UTF-8. */
    private static void csv(CaseFileZip zip, String path, String what, List<String> head, List<List<String>> rows)
            throws IOException {
        zip.add(path, what, out -> {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            out.write(CaseFileIndex.csv(head).getBytes(StandardCharsets.UTF_8));
            for (List<String> row : rows) {
                out.write(CaseFileIndex.csv(row).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
