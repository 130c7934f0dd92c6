package org.teishutsu.notify.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.correction.Retracted;
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
        check(message(text, facts, ""), facts, List.of());
    }

    private static void check(CampaignMessage message, CampaignFacts facts, List<Retracted> retracted) {
        for (IncidentFacts incident : facts.incidents()) {
            if (incident.title().isBlank()) {
                throw ProblemException.invalid("incidents", incident.code() + " has no title to name it by");
            }
        }
        if (facts.firm().deskPhone() == null || facts.firm().deskPhone().isBlank()) {
            throw ProblemException.invalid("firm", "has no telephone number of its desk, which every message names");
        }
        String body = message.compose(
                        new MessageData.Addressee("例 示子", false, "AAAAA-AAAAA"), told(facts), retracted, DAY)
                .body();
        if (MessageText.hasLink(body)) {
            throw ProblemException.invalid("incidents", "a message must not hold a link, but what is told here does");
        }
    }

    /** A letter must be printable, too, whatever the incidents' descriptions hold. */
    static void checkLetter(MessageText text, CampaignFacts facts) {
        checkLetter(message(text, facts, ""), facts, List.of());
    }

    /** A correction by e-mail, with what the firm says of how it came about. */
    static void checkCorrection(MessageText text, CampaignFacts facts, String explanation) {
        check(message(text, facts, explanation), facts, retracted(facts));
    }

    static void checkCorrectingLetter(MessageText text, CampaignFacts facts, String explanation) {
        checkLetter(message(text, facts, explanation), facts, retracted(facts));
    }

    private static void checkLetter(CampaignMessage message, CampaignFacts facts, List<Retracted> retracted) {
        check(message, facts, retracted);
        try {
            message.letter(told(facts), retracted, DAY).requirePrintable();
        } catch (UnprintableLetterException unprintable) {
            throw ProblemException.invalid(
                    "incidents", "a letter cannot print what is told here: " + unprintable.reason());
        }
    }

    private static CampaignMessage message(MessageText text, CampaignFacts facts, String explanation) {
        ItemCatalogue example = new ItemCatalogue(
                List.of(new CataloguedItem("NAME", "例示の項目", 0), new CataloguedItem("EMAIL", "例示の誤り", 1)));
        return new CampaignMessage(text, facts, example, false, explanation);
    }

    private static List<Retracted> retracted(CampaignFacts facts) {
        Map<String, Long> said =
                facts.incidents().stream().collect(Collectors.toMap(IncidentFacts::code, incident -> 3L));
        return List.of(new Retracted(DAY, Channel.EMAIL, said));
    }

    private static Map<String, Long> told(CampaignFacts facts) {
        return facts.incidents().stream().collect(Collectors.toMap(IncidentFacts::code, incident -> 1L));
    }
}
