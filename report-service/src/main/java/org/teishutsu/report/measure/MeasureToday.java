package org.teishutsu.report.measure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;

/** A measure with everything said of it, and what of it is late today. */
record MeasureToday(@JsonUnwrapped MeasureView measure, List<MeasureItem.Late> late) {

    static MeasureToday of(MeasureView measure, LocalDate today) {
        List<MeasureItem.StageNow> stages = measure.stages().stream()
                .map(each -> new MeasureItem.StageNow(each.stage(), each.due(), each.doneOn()))
                .toList();
        return new MeasureToday(measure, MeasureItem.late(stages, today));
    }
}
