/**
 * Contact data of a recipient that has changed: where he can be written to or called now. Two people say so. Enter at
 * {@link org.teishutsu.notify.contact.ContactService}.
 */
@NullMarked
package org.teishutsu.notify.contact;

import org.jspecify.annotations.NullMarked;
