package org.teishutsu.report.filing.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import org.teishutsu.common.print.LineBreaks;

/** The suite's line breaks, as the renderer asks for them. */
final class RendererBreaks implements FSTextBreaker {
    private final LineBreaks breaks;

    RendererBreaks(LineBreaks breaks) {
        this.breaks = breaks;
    }

    @Override
    public void setText(String newText) {
        breaks.setText(newText);
    }

    @Override
    public int next() {
        return breaks.next();
    }
}
