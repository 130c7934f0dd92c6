package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;

/** Bars that draw figures. */
final class Charts {
    private Charts() {}

    /** One bar a figure that has a number. */
    static List<Block.Bar> bars(List<Figure> figures) {
        List<Block.Bar> bars = new ArrayList<>();
        for (Figure figure : figures) {
            Long value = figure.value();
            if (value != null) {
                bars.add(new Block.Bar(figure.label(), value, figure.key()));
            }
        }
        return bars;
    }
}
