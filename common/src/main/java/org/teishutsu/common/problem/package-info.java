/**
 * What can go wrong, as RFC 9457 problem details. Enter at {@link org.teishutsu.common.problem.ProblemException}.
 */
@NullMarked
package org.teishutsu.common.problem;

import org.jspecify.annotations.NullMarked;
