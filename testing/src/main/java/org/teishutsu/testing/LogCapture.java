package org.teishutsu.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service logs while it is open, as its log file would have it; the database server's own log is left out. */
public final class LogCapture extends Handler implements AutoCloseable {

    private final StringWriter written = new StringWriter();

    public LogCapture() {
        setFormatter(new PatternFormatter("%p %c %s%e%n"));
        Logger.getLogger("").addHandler(this);
    }

    public String text() {
        return written.toString();
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        if (!String.valueOf(logged.getLoggerName()).startsWith("io.zonky")) {
            new PrintWriter(written, true).print(getFormatter().format(logged));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
