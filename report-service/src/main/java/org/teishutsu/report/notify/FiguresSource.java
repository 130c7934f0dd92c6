package org.teishutsu.report.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.platform.peer.Peer;

/**
 * Figures as of an instant, or the reason why there are none: never a number that notify-service did not give.
 *
 * <p>notify-service counts as down when it cannot be reached, does not answer in time or fails, as often in a row as
 * configured. Asking is idempotent, so it may be asked again. A refusal is not asked again.
 */
@ApplicationScoped
public class FiguresSource {
    private static final Logger LOG = Logger.getLogger(FiguresSource.class);

    private final FiguresClient client;
    private final NotifyConfig config;

    FiguresSource(Peer peer, NotifyConfig config) {
        this.client = peer.client(FiguresClient.class);
        this.config = config;
    }

    /** Asks outside of any transaction. */
    public Figures figures(List<String> incidents, Instant asOf) throws FiguresUnavailableException {
        FiguresUnavailableException failure = FiguresUnavailableException.down("notify-service was not asked", null);
        for (int attempt = 1; attempt <= config.attempts(); attempt++) {
            try {
                return checked(client.figures(incidents, asOf), incidents, asOf);
            } catch (WebApplicationException e) {
                int status = e.getResponse().getStatus();
                String reason = "notify-service answered " + status;
                if (status < 500) {
                    throw FiguresUnavailableException.refused(reason, e);
                }
                failure = FiguresUnavailableException.down(reason, e);
            } catch (ProcessingException e) {
                failure = FiguresUnavailableException.down("notify-service cannot be reached", e);
            }
            LOG.infof("No figures at attempt %d of %d: %s", attempt, config.attempts(), failure.getMessage());
            if (attempt < config.attempts()) {
                pause();
            }
        }
        throw failure;
    }

    /** An answer to another question would be worse than none. */
    private static Figures checked(Figures figures, List<String> incidents, Instant asOf)
            throws FiguresUnavailableException {
        List<String> answered =
                figures.incidents().stream().map(IncidentFigures::incident).toList();
        if (!figures.asOf().equals(asOf)
                || !answered.equals(incidents.stream().sorted().toList())) {
            throw FiguresUnavailableException.refused(
                    "notify-service answered for other incidents or another instant", null);
        }
        return figures;
    }

    private void pause() throws FiguresUnavailableException {
        try {
            Thread.sleep(config.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FiguresUnavailableException.down("the service is stopping", e);
        }
    }
}
