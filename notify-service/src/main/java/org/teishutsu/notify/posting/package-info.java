/**
 * Letters from the outbox to the post office and back: batches that are printed as one file each, what was posted, what
 * came back. Enter at {@link org.teishutsu.notify.posting.LetterBatchService}.
 */
@NullMarked
package org.teishutsu.notify.posting;

import org.jspecify.annotations.NullMarked;
