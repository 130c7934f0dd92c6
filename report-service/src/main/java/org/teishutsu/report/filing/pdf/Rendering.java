package org.teishutsu.report.filing.pdf;

import org.teishutsu.report.filing.content.FirmCopy;

/** For whom a filing is printed. */
public sealed interface Rendering {

    /** Whether the content's JSON is attached to the document. */
    boolean jsonAttached();

    /**
     * 提出用: what the bureau gets.
     *
     * @param jsonAttached true only if the order says that the bureau takes it
     */
    record Submission(boolean jsonAttached) implements Rendering {}

    /** 控: what the firm keeps, with the checks, the overrides and the digest of what was handed in. */
    record Copy(FirmCopy firmCopy) implements Rendering {
        @Override
        public boolean jsonAttached() {
            return true;
        }
    }
}
