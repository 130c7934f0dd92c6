/**
 * The mail server of a drill: takes every message on 127.0.0.1, keeps each as one file, passes none on. Enter through
 * {@link org.teishutsu.demo.mail.MailReceiver}.
 */
@NullMarked
package org.teishutsu.demo.mail;

import org.jspecify.annotations.NullMarked;
