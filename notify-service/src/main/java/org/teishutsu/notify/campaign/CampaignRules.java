package org.teishutsu.notify.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.delivery.Mailing;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.letter.UnprintableLetterException;
import org.teishutsu.notify.report.IncidentFacts;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.MessageText;

/** What must hold of wording and facts together, tried on a made-up recipient before anybody is told anything. */
final class CampaignRules {

    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    private CampaignRules() {}

    static void check(MessageText text, CampaignFacts facts) {
        for (IncidentFacts incident : facts.incidents()) {
            if (incident.title().isBlank()) {
                throw ProblemException.invalid("incidents", incident.code() + " has no title to name it by");
            }
        }
        if (facts.firm().deskPhone() == null || facts.firm().deskPhone().isBlank()) {
            throw ProblemException.invalid("firm", "has no telephone number of its desk, which every message names");
        }
        String body = example(text, facts).body();
        if (MessageText.hasLink(body)) {
            throw ProblemException.invalid("incidents", "a message must not hold a link, but what is told here does");
        }
    }

    /** A letter must be printable, too, whatever the incidents' descriptions hold. */
    static void checkLetter(MessageText text, CampaignFacts facts) {
        check(text, facts);
        try {
            message(text, facts).letter(told(facts), DAY).requirePrintable();
        } catch (UnprintableLetterException unprintable) {
            throw ProblemException.invalid(
                    "incidents", "a letter cannot print what is told here: " + unprintable.reason());
        }
    }

    private static Mailing.Composed example(MessageText text, CampaignFacts facts) {
        return message(text, facts).compose(new MessageData.Addressee("例 示子", false, "AAAAA-AAAAA"), told(facts), DAY);
    }

    private static CampaignMessage message(MessageText text, CampaignFacts facts) {
        ItemCatalogue example = new ItemCatalogue(List.of(new CataloguedItem("NAME", "例示の項目", 0)));
        return new CampaignMessage(text, facts, example, false);
    }

    private static Map<String, Long> told(CampaignFacts facts) {
        return facts.incidents().stream().collect(Collectors.toMap(IncidentFacts::code, incident -> 1L));
    }
}
