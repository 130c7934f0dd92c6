/**
 * Runs the packaged suite: embedded PostgreSQL, a mail receiver, both services as processes of their own, and the 2017
 * case played through the public REST API.
 */
@NullMarked
package org.teishutsu.demo;

import org.jspecify.annotations.NullMarked;
