package org.teishutsu.notify.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.peer.Peer;

/**
 * Asks report-service. Every call goes over the network, so none belongs into a transaction. "Away" is whatever keeps an
 * answer from coming: no connection, no answer in time, an error of its own.
 */
@Singleton
public class ReportService {

    private static final Logger LOG = Logger.getLogger(ReportService.class);
    private static final int NOT_FOUND = 404;

    private final ReportClient client;
    private final IncidentCopies copies;

    ReportService(Peer peer, IncidentCopies copies) {
        this.client = peer.client(ReportClient.class);
        this.copies = copies;
    }

    /** The catalogue of leak items, or empty if report-service is away. */
    public Optional<List<LeakItem>> leakItems() {
        return ask("the leak items", client::leakItems);
    }

    /**
     * An incident; what was last told of it if report-service is away.
     *
     * @throws ProblemException NOT_FOUND if report-service does not know it; UNAVAILABLE if it is away and never told
     */
    public IncidentFacts incident(String code) {
        Optional<IncidentFacts> told;
        try {
            told = ask("incident", () -> client.incident(code));
        } catch (ProblemException unknown) {
            throw ProblemException.notFound("incident", code);
        }
        told.ifPresent(facts -> QuarkusTransaction.requiringNew().run(() -> copies.keep(facts)));
        return told.or(() -> QuarkusTransaction.requiringNew().call(() -> copies.find(code)))
                .orElseThrow(() -> away("incident " + code));
    }

    /**
     * The firm.
     *
     * @throws ProblemException UNAVAILABLE if report-service is away
     */
    public FirmFacts firm() {
        return ask("the firm", client::firm).orElseThrow(() -> away("the firm"));
    }

    private static <T> Optional<T> ask(String what, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == NOT_FOUND) {
                throw ProblemException.notFound("answer of report-service to", what);
            }
            LOG.warnf("report-service answered %d when asked for %s", status, what);
            return Optional.empty();
        } catch (ProcessingException away) {
            LOG.warnf("report-service is away, asked for %s: %s", what, away.getMessage());
            return Optional.empty();
        }
    }

    private static ProblemException away(String what) {
        return new ProblemException(
                ProblemType.UNAVAILABLE, "report-service is away and has not told of " + what + " before");
    }
}
