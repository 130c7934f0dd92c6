/**
 * The wording of messages: text with placeholders, checked when it is saved, approved by a second person, filled in for
 * one recipient. Enter at {@link org.teishutsu.notify.template.MessageText}.
 */
@NullMarked
package org.teishutsu.notify.template;

import org.jspecify.annotations.NullMarked;
