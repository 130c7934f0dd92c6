/**
 * Personal data at rest: cells sealed so that they open only where they belong, and keyed hashes to look them up by. The
 * keys come from a file or the environment, never from the database, which only says which of them are in use. Enter at
 * {@link org.teishutsu.notify.vault.Vault}.
 */
@NullMarked
package org.teishutsu.notify.vault;

import org.jspecify.annotations.NullMarked;
