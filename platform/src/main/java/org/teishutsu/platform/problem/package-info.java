/**
 * Every exception becomes a problem answer here, once. Nothing to enter: throw {@link org.teishutsu.common.problem.ProblemException}.
 */
@NullMarked
package org.teishutsu.platform.problem;

import org.jspecify.annotations.NullMarked;
