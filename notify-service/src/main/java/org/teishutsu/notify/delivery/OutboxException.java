package org.teishutsu.notify.delivery;

import java.sql.SQLException;

/** The database did not do a step of the outbox; the step can be tried again. */
final class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxException(String step, SQLException cause) {
        super("The outbox could not " + step, cause);
    }
}
