/**
 * What the firm has said in public: notices (お知らせ) and figures (公表件数), neither ever overwritten. Other features enter at
 * {@link org.teishutsu.report.publicnotice.PublicNoticeService} and {@link
 * org.teishutsu.report.publicnotice.PublishedFigureService}.
 */
@NullMarked
package org.teishutsu.report.publicnotice;

import org.jspecify.annotations.NullMarked;
