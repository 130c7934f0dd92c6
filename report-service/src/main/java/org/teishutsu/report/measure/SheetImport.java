package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.measure.SheetColumn.Kind;
import org.teishutsu.report.order.OrderService;

/**
 * Takes in an order's plan as a sheet: all of it or nothing. A row with a number changes that measure, one without makes a
 * new one; a measure that no row names stays as it is.
 */
@ApplicationScoped
class SheetImport {
    private final MeasureService measures;
    private final Sheets sheets;
    private final OrderService orders;
    private final Facts facts;
    private final Validator validator;

    SheetImport(MeasureService measures, Sheets sheets, OrderService orders, Facts facts, Validator validator) {
        this.measures = measures;
        this.sheets = sheets;
        this.orders = orders;
        this.facts = facts;
        this.validator = validator;
    }

    /** What a sheet does. */
    record Result(long created, long changed, long unchanged, List<RowResult> rows) {}

    /** What one row does. */
    record RowResult(int row, UUID measure, Outcome outcome) {}

    /** How a row ended. */
    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** The sheets as they came in. */
    @ApplicationScoped
    static class Sheets implements PanacheRepositoryBase<MeasureSheet, UUID> {
        Optional<MeasureSheet> last(UUID order) {
            return find("orderId = ?1 order by recordedAt desc, id desc", order).firstResultOptional();
        }
    }

    /** The body is a parameter, so that a key is good for the same file only. */
    @Idempotent
    Response take(UUID order, byte[] workbook, String by) {
        return Response.ok(QuarkusTransaction.joiningExisting().call(() -> taken(order, workbook, by)))
                .build();
    }

    /** What it would do, and nothing of it done. */
    Result tryOut(UUID order, byte[] workbook, String by) {
        QuarkusTransaction.begin();
        try {
            return taken(order, workbook, by);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Transactional
    byte[] export(UUID order) {
        return SheetWriter.write(sheets.last(order).orElse(null), measures.sheet(order));
    }

    private Result taken(UUID order, byte[] workbook, String by) {
        orders.get(order);
        SheetReader.Content content = SheetReader.read(workbook);
        List<Violation> wrong = content.wrong();
        requireNothingWrong(wrong);
        List<RowResult> rows = new ArrayList<>();
        ProblemType[] worst = {ProblemType.INVALID_REQUEST};
        for (SheetRow row : content.rows()) {
            try {
                rows.add(row(order, row, by));
            } catch (ProblemException e) {
                worst[0] = e.type() == ProblemType.CHANGED_SINCE ? e.type() : worst[0];
                wrong.addAll(placed(row, e));
            }
        }
        if (worst[0] == ProblemType.CHANGED_SINCE) {
            throw new ProblemException(
                    worst[0], "Somebody changed measures since the sheet went out: nothing is taken", wrong);
        }
        requireNothingWrong(wrong);
        remember(order, content, by);
        return new Result(
                count(rows, Outcome.CREATED), count(rows, Outcome.CHANGED), count(rows, Outcome.UNCHANGED), rows);
    }

    private static void requireNothingWrong(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The sheet has cells that cannot be taken: nothing is taken", wrong);
        }
    }

    private void remember(UUID order, SheetReader.Content content, String by) {
        boolean same = sheets.last(order)
                .filter(last ->
                        last.name().equals(content.name()) && last.headers().equals(content.headers()))
                .isPresent();
        if (!same) {
            sheets.persist(new MeasureSheet(order, content.name(), content.headers(), facts.stamp(), by));
        }
    }

    private RowResult row(UUID order, SheetRow row, String by) {
        List<Violation> wrong = new ArrayList<>();
        MeasurePlan plan = new MeasurePlan(
                row.text(Kind.TITLE),
                row.text(Kind.OWNER),
                row.clauses(),
                row.text(Kind.VERIFICATION),
                row.stages(),
                row.extra());
        for (ConstraintViolation<NewMeasure> each : validator.validate(new NewMeasure(
                order, plan.title(), plan.owner(), plan.clauses(), plan.verification(), plan.stages()))) {
            wrong.add(new Violation(each.getPropertyPath().toString(), each.getMessage()));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The row cannot be taken", wrong);
        }
        String id = row.text(Kind.ID);
        if (id.isEmpty()) {
            MeasureView made = measures.record(order, plan, by);
            follow(row, made, by);
            return new RowResult(row.number(), made.id(), Outcome.CREATED);
        }
        MeasureView before = named(order, id);
        MeasureView after = change(row, before, plan, by);
        boolean same = after.revision() == before.revision()
                && after.progress().size() == before.progress().size();
        return new RowResult(row.number(), before.id(), same ? Outcome.UNCHANGED : Outcome.CHANGED);
    }

    private MeasureView named(UUID order, String id) {
        try {
            MeasureView found = measures.get(UUID.fromString(id));
            if (found.order().equals(order)) {
                return found;
            }
        } catch (IllegalArgumentException | ProblemException e) {
            // told below
        }
        throw ProblemException.invalid("id", "is no measure of this order: leave it empty for a new one");
    }

    private MeasureView change(SheetRow row, MeasureView before, MeasurePlan plan, String by) {
        Integer revision = row.revision();
        MeasureView now = before;
        for (StagePlan stage : plan.stages()) {
            LocalDate due =
                    now.find(stage.stage()).map(MeasureView.StageView::due).orElse(null);
            if (due != null && stage.due() != null && stage.due().isAfter(due)) {
                now = slip(row, now, stage, revision, by);
                revision = now.revision();
            }
        }
        now = measures.edit(before.id(), revision, plan, by);
        return follow(row, now, by);
    }

    private MeasureView slip(SheetRow row, MeasureView now, StagePlan stage, @Nullable Integer revision, String by) {
        String reason = row.text(Kind.REASON);
        boolean told = now.slips().stream().anyMatch(slip -> slip.reason().equals(reason));
        if (reason.isEmpty() || told) {
            throw ProblemException.invalid(
                    "reason",
                    "must say why %s is due later than before"
                            .formatted(stage.stage().label()));
        }
        LocalDate due = Objects.requireNonNull(stage.due());
        return measures.slip(now.id(), new NewSlip(stage.stage(), due, reason, revision), by);
    }

    /** What is done, and what is said of the progress. */
    private MeasureView follow(SheetRow row, MeasureView before, String by) {
        MeasureView now = before;
        String text = row.text(Kind.PROGRESS);
        boolean news =
                !text.isEmpty() && !text.equals(SheetWriter.latest(before).orElse(""));
        for (Map.Entry<Stage, LocalDate> done : row.done().entrySet()) {
            LocalDate known =
                    now.find(done.getKey()).map(MeasureView.StageView::doneOn).orElse(null);
            if (known == null) {
                now = measures.progress(now.id(), entry(row, done.getKey(), done.getValue(), news ? text : ""), by);
                news = false;
            } else if (!known.equals(done.getValue())) {
                throw ProblemException.invalid(
                        "done." + done.getKey(), "is recorded as " + known + ": what was done stays on record");
            }
        }
        if (news) {
            now = measures.progress(now.id(), new NewProgress(text, null, null, null, null), by);
        }
        return now;
    }

    private static NewProgress entry(SheetRow row, Stage stage, LocalDate on, String text) {
        String said = text.isEmpty() ? stage.label() + "を完了した。" : text;
        Effect effect = null;
        if (stage == Stage.VERIFIED) {
            effect = Arrays.stream(Effect.values())
                    .filter(each -> each.label().equals(row.text(Kind.EFFECT)))
                    .filter(each -> each != Effect.NOT_EFFECTIVE)
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "effect", "must be 有効 or 一部有効 for a measure whose effect is verified"));
        }
        return new NewProgress(said, stage, on, effect, null);
    }

    /** Where on the sheet it is that a refusal speaks of. */
    private static List<Violation> placed(SheetRow row, ProblemException refused) {
        List<Violation> found = new ArrayList<>();
        List<Violation> told = refused.violations().isEmpty()
                ? List.of(new Violation("", String.valueOf(refused.getMessage())))
                : refused.violations();
        for (Violation each : told) {
            found.add(new Violation(row.address(column(each)), each.message()));
        }
        return found;
    }

    private static SheetColumn column(Violation violation) {
        for (Stage stage : Stage.values()) {
            if (violation.field().endsWith("." + stage) && violation.field().startsWith("done")) {
                return new SheetColumn(Kind.DONE, stage);
            }
            if (violation.field().startsWith("stages")
                    && (violation.message().startsWith(stage.name())
                            || violation.field().contains("." + stage))) {
                return new SheetColumn(Kind.DUE, stage);
            }
        }
        Kind kind = switch (violation.field()) {
            case "id" -> Kind.ID;
            case "revision" -> Kind.REVISION;
            case "owner" -> Kind.OWNER;
            case "verification" -> Kind.VERIFICATION;
            case "effect" -> Kind.EFFECT;
            case "reason" -> Kind.REASON;
            default -> violation.field().startsWith("clauses") ? Kind.CLAUSES : Kind.TITLE;
        };
        return new SheetColumn(kind, null);
    }

    private static long count(List<RowResult> rows, Outcome outcome) {
        return rows.stream().filter(each -> each.outcome() == outcome).count();
    }
}
