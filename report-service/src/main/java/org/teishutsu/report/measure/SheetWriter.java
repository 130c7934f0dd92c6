package org.teishutsu.report.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.measure.MeasureView.StageView;

/** Writes an order's plan as a sheet, in the columns in which it last came in. */
final class SheetWriter {
    private static final String DAY = "yyyy-mm-dd";
    private static final String NAME = "改善策";

    private SheetWriter() {}

    /** A measure and what its sheet said in columns of the firm's own. */
    record Entry(MeasureView measure, Map<String, SheetValue> extra) {}

    static byte[] write(@Nullable MeasureSheet last, List<Entry> entries) {
        List<String> headers = headers(last, entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Teishutsu", "1.0")) {
            Worksheet sheet = book.newWorksheet(last == null ? NAME : last.name());
            sheet.freezePane(0, 1);
            for (int column = 0; column < headers.size(); column++) {
                String header = headers.get(column);
                sheet.value(0, column, header);
                sheet.style(0, column).bold().wrapText(true).set();
                sheet.width(
                        column,
                        SheetColumn.of(header)
                                .map(SheetColumn::kind)
                                .map(SheetColumn.Kind::width)
                                .orElse(16));
                for (int row = 0; row < entries.size(); row++) {
                    cell(sheet, row + 1, column, header, entries.get(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Those that came in, in their order, and those without which what is recorded would not be told. */
    private static List<String> headers(@Nullable MeasureSheet last, List<Entry> entries) {
        Set<String> headers = new LinkedHashSet<>(last == null ? List.of() : last.headers());
        headers.remove("");
        Set<SheetColumn> known =
                headers.stream().map(SheetColumn::of).flatMap(Optional::stream).collect(Collectors.toSet());
        SheetColumn.ALL.stream()
                .filter(column -> !known.contains(column))
                .map(SheetColumn::header)
                .forEach(headers::add);
        entries.stream().flatMap(entry -> entry.extra().keySet().stream()).forEach(headers::add);
        return List.copyOf(headers);
    }

    private static void cell(Worksheet sheet, int row, int column, String header, Entry entry) {
        Optional<SheetColumn> known = SheetColumn.of(header);
        if (known.isPresent()) {
            known(sheet, row, column, known.get(), entry.measure());
            return;
        }
        SheetValue value = entry.extra().get(header);
        if (value == null) {
            return;
        }
        if (value.text() != null) {
            sheet.value(row, column, value.text());
        } else if (value.truth() != null) {
            sheet.value(row, column, value.truth());
        } else {
            sheet.value(row, column, value.number());
            if (value.format() != null) {
                sheet.style(row, column).format(value.format()).set();
            }
        }
    }

    private static void known(Worksheet sheet, int row, int column, SheetColumn known, MeasureView measure) {
        switch (known.kind()) {
            case ID -> sheet.value(row, column, measure.id().toString());
            case REVISION -> sheet.value(row, column, measure.revision());
            case TITLE -> sheet.value(row, column, measure.title());
            case CLAUSES ->
                sheet.value(
                        row,
                        column,
                        measure.clauses().stream().map(n -> "(" + n + ")").collect(Collectors.joining("、")));
            case OWNER -> sheet.value(row, column, measure.owner());
            case VERIFICATION -> sheet.value(row, column, measure.verification());
            case DUE -> stage(measure, known).ifPresent(stage -> due(sheet, row, column, stage));
            case DONE ->
                stage(measure, known).map(StageView::doneOn).ifPresent(day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format(DAY).set();
                });
            case EFFECT ->
                measure.effect()
                        .map(ProgressView::effect)
                        .ifPresent(effect -> sheet.value(row, column, effect.label()));
            case PROGRESS -> latest(measure).ifPresent(text -> sheet.value(row, column, text));
            case REASON ->
                measure.slips().stream()
                        .reduce((earlier, later) -> later)
                        .ifPresent(slip -> sheet.value(row, column, slip.reason()));
        }
    }

    private static void due(Worksheet sheet, int row, int column, StageView stage) {
        if (stage.due() == null) {
            sheet.value(row, column, SheetRow.NOT_APPLICABLE + "：" + stage.notApplicableReason());
        } else {
            sheet.value(row, column, stage.due());
            sheet.style(row, column).format(DAY).set();
        }
    }

    /** What was last said of its progress. */
    static Optional<String> latest(MeasureView measure) {
        return measure.progress().stream()
                .max(Comparator.comparing(ProgressView::recordedAt).thenComparing(ProgressView::id))
                .map(ProgressView::text);
    }

    private static Optional<StageView> stage(MeasureView measure, SheetColumn column) {
        return new ArrayList<>(measure.stages())
                .stream().filter(each -> each.stage() == column.stage()).findFirst();
    }
}
