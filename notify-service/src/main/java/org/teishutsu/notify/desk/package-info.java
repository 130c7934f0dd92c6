/**
 * The desk (お問い合わせ窓口): finds callers in the ledger, and tells them what leaked once they have shown who they are.
 * Enter at {@link org.teishutsu.notify.desk.LookupService}.
 */
@NullMarked
package org.teishutsu.notify.desk;

import org.jspecify.annotations.NullMarked;
