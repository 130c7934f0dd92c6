/** Checks a case file without any service. Enter at {@link org.teishutsu.demo.casefile.CaseFileCheck}. */
@NullMarked
package org.teishutsu.demo.casefile;

import org.jspecify.annotations.NullMarked;
