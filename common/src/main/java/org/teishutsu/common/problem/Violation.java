package org.teishutsu.common.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field where: a JSON path such as {@code stages[1].due}, a header or a query parameter
 * @param message what is wrong and how to mend it; never the value itself, which may be personal data
 */
public record Violation(String field, String message) {}
