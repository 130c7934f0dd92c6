package org.teishutsu.report.filing.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teishutsu.common.print.LineBreaks;
import org.teishutsu.common.print.Xml;

/** Draws horizontal bars as SVG: label, bar, value; one row each, in the order given. Lengths are CSS pixels. */
final class ChartDrawing {
    /** The width of the text on the page. */
    private static final double WIDTH = 602;

    /** A taller drawing is made smaller: it would be cut off at the end of the page. */
    private static final double HEIGHT_MAX = 850;

    private static final double FONT_SIZE = 12.5;
    private static final double LINE = 16;
    private static final double ROW_GAP = 10;
    private static final double GAP = 8;
    private static final double LABEL_MAX = 250;
    private static final double BAR_HEIGHT = 13;

    private ChartDrawing() {}

    /** @param valueText with unit, as printed behind the bar */
    record Bar(String label, long value, String valueText) {}

    static String svg(String altText, List<Bar> bars) {
        List<List<String>> labels = bars.stream().map(bar -> lines(bar.label())).toList();
        double labelWidth = labels.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> GlyphText.width(line, FONT_SIZE))
                .max()
                .orElseThrow();
        double valueWidth = bars.stream()
                .mapToDouble(bar -> GlyphText.width(bar.valueText(), FONT_SIZE))
                .max()
                .orElseThrow();
        double axis = labelWidth + GAP;
        double barMax = WIDTH - axis - GAP - valueWidth;
        long max = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElseThrow());

        StringBuilder shapes = new StringBuilder();
        double top = ROW_GAP / 2;
        for (int i = 0; i < bars.size(); i++) {
            double height = LINE * labels.get(i).size();
            row(
                    shapes,
                    bars.get(i),
                    labels.get(i),
                    top,
                    axis,
                    barMax * bars.get(i).value() / max);
            top += height + ROW_GAP;
        }
        double height = top - ROW_GAP / 2;
        line(shapes, axis, height);
        return frame(altText, height, shapes);
    }

    private static void row(StringBuilder shapes, Bar bar, List<String> label, double top, double axis, double length) {
        double middle = top + LINE * label.size() / 2;
        for (int i = 0; i < label.size(); i++) {
            double right = axis - GAP - GlyphText.width(label.get(i), FONT_SIZE);
            text(shapes, label.get(i), right, top + LINE * i + baseline(LINE));
        }
        shapes.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#44546a\"/>",
                axis,
                middle - BAR_HEIGHT / 2,
                length,
                BAR_HEIGHT));
        text(shapes, bar.valueText(), axis + length + GAP, middle - LINE / 2 + baseline(LINE));
    }

    private static double baseline(double line) {
        return line / 2 + FONT_SIZE * 0.38;
    }

    private static void text(StringBuilder shapes, String text, double x, double y) {
        String path = GlyphText.path(text, FONT_SIZE, x, y);
        shapes.append("<path fill=\"#000000\" d=\"").append(path).append("\"/>");
    }

    private static void line(StringBuilder shapes, double axis, double height) {
        shapes.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"0\" width=\"0.8\" height=\"%.2f\" fill=\"#000000\"/>",
                axis - 0.8,
                height));
    }

    private static String frame(String altText, double height, StringBuilder shapes) {
        double scale = Math.min(1, HEIGHT_MAX / height);
        String size = String.format(
                Locale.ROOT,
                "width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\"",
                WIDTH * scale,
                Math.ceil(height * scale),
                WIDTH,
                Math.ceil(height));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"" + Xml.escape(altText) + "\" " + size + ">" + shapes
                + "</svg>";
    }

    /** Breaks a label that is too wide for its column into lines of about the same width. */
    private static List<String> lines(String label) {
        int wanted = lines(label, LABEL_MAX).size();
        double limit = GlyphText.width(label, FONT_SIZE) / wanted;
        while (lines(label, limit).size() > wanted) {
            limit += FONT_SIZE / 4;
        }
        return lines(label, limit);
    }

    private static List<String> lines(String label, double limit) {
        List<String> lines = new ArrayList<>();
        LineBreaks breaks = LineBreaks.betweenWords();
        breaks.setText(label);
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (fits > start && GlyphText.width(label.substring(start, end), FONT_SIZE) > limit) {
                lines.add(label.substring(start, fits));
                start = fits;
            }
            fits = end;
        }
        lines.add(label.substring(start));
        return lines;
    }
}
