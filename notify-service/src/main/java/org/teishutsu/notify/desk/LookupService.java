package org.teishutsu.notify.desk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CorrectionState;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.correction.WrongMessages;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Looks callers up, and tells what leaked of them only to those who have shown who they are. */
@Singleton
@Transactional
class LookupService {

    /** So many of one name at one postal code are a search, not a caller. */
    private static final int MOST_SHOWN = 20;

    /** A long call. Whoever calls again shows again who he is. */
    static final Duration CALL = Duration.ofHours(1);

    private final Lookups lookups;
    private final Checks checks;
    private final Proofs proofs;
    private final WrongMessages wrong;
    private final ItemCatalogues catalogues;
    private final Facts facts;

    LookupService(
            Lookups lookups,
            Checks checks,
            Proofs proofs,
            WrongMessages wrong,
            ItemCatalogues catalogues,
            Facts facts) {
        this.wrong = wrong;
        this.lookups = lookups;
        this.checks = checks;
        this.proofs = proofs;
        this.catalogues = catalogues;
        this.facts = facts;
    }

    /** Logged with its answer, or not answered. */
    LookupView lookUp(LookupRequest request, String by) {
        LookupRequest.Way way = request.way();
        List<LookupView.Found> found = lookups.find(request, way);
        Map<UUID, CorrectionState> corrections = wrong.states(
                found.stream().limit(MOST_SHOWN).map(LookupView.Found::id).toList());
        List<LookupView.Found> shown = found.stream()
                .limit(MOST_SHOWN)
                .map(one -> one.corrected(corrections.get(one.id())))
                .toList();
        UUID id = Ids.next();
        lookups.log(id, way, request.reason().strip(), found.size(), shown, by, facts.stamp());
        return new LookupView(id, found.size(), shown);
    }

    Page<LookupView.Logged> log(@Nullable UUID after, int limit) {
        return Page.of(lookups.after(after, limit), limit, LookupView.Logged::id);
    }

    /**
     * Records how a caller showed who he is; answers with what leaked of him if he did.
     *
     * @throws ProblemException INVALID_REQUEST for a method that proves nothing of this recipient
     */
    CheckView check(UUID recipient, CheckRequest request, String by) {
        Instant now = facts.stamp();
        Lookups.By looked = lookups.of(request.lookup(), recipient)
                .orElseThrow(() -> ProblemException.invalid("lookup", "did not find this recipient"));
        if (!looked.who().equals(by)) {
            throw ProblemException.invalid("lookup", "is somebody else's");
        }
        if (looked.at().isBefore(now.minus(CALL))) {
            throw new ProblemException(ProblemType.NOT_READY, "The look-up is of another call; look up again");
        }
        ItemCatalogue catalogue = catalogues.current();
        Map<String, Long> leaked = checks.leaked(recipient);
        requireProof(recipient, request, catalogue, leaked);
        UUID id = Ids.next();
        checks.record(id, recipient, request, by, now);
        return new CheckView(
                id,
                recipient,
                request.method(),
                request.passed(),
                request.passed() ? told(catalogue, leaked) : List.of());
    }

    /**
     * What leaked of a recipient, once more.
     *
     * @throws ProblemException NOT_READY unless this user has recorded within the call that the caller is who he says
     */
    CheckView leaked(UUID recipient, UUID check, String by) {
        CheckRequest.Method method = checks.passed(
                        check, recipient, by, facts.stamp().minus(CALL))
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_READY, "The caller has not shown in this call who he is"));
        return new CheckView(check, recipient, method, true, told(catalogues.current(), checks.leaked(recipient)));
    }

    private void requireProof(UUID recipient, CheckRequest request, ItemCatalogue catalogue, Map<String, Long> leaked) {
        if (request.method() == CheckRequest.Method.CALL_BACK) {
            if (request.item() != null) {
                throw ProblemException.invalid("item", "is named only for UNLEAKED_ITEM");
            }
            if (!lookups.hasMobile(recipient)) {
                throw ProblemException.invalid("method", "no number is registered to call back on");
            }
            return;
        }
        CataloguedItem item = catalogue
                .find(String.valueOf(request.item()))
                .orElseThrow(() -> ProblemException.invalid("item", "must be the code of a leak item"));
        Set<String> alike = Proofs.alike(item.code());
        if (alike.stream().anyMatch(proofs.toldIn(request.lookup())::contains)) {
            throw ProblemException.invalid("item", "was told for the look-up, or follows from it: it proves nothing");
        }
        long masks = catalogue.items().stream()
                .filter(one -> alike.contains(one.code()))
                .mapToLong(CataloguedItem::mask)
                .reduce(0, (all, mask) -> all | mask);
        if (leaked.values().stream().anyMatch(mask -> (mask & masks) != 0)) {
            throw ProblemException.invalid(
                    "item", "has leaked of this recipient, or follows from what has: whoever knows it proves nothing");
        }
    }

    private static List<CheckView.Leaked> told(ItemCatalogue catalogue, Map<String, Long> leaked) {
        return leaked.entrySet().stream()
                .map(entry -> new CheckView.Leaked(
                        entry.getKey(),
                        catalogue.items().stream()
                                .filter(item -> (item.mask() & entry.getValue()) != 0)
                                .map(CheckView.Item::of)
                                .toList()))
                .toList();
    }
}
