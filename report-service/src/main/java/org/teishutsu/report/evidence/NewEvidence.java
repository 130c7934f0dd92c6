package org.teishutsu.report.evidence;

/** What an officer says of a piece of evidence beside its file. */
record NewEvidence(Subject subject, String title) {}
