/** What both services need of a platform, written once; {@link org.teishutsu.platform.SuiteConfig} is how it is set. */
@NullMarked
package org.teishutsu.platform;

import org.jspecify.annotations.NullMarked;
