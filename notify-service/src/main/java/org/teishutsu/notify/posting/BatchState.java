package org.teishutsu.notify.posting;

/** Where a batch stands, by its letters: printed while one of them is to be posted. */
enum BatchState {
    PRINTED,
    POSTED,
    CANCELLED
}
