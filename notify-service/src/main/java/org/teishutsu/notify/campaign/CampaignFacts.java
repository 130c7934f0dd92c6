package org.teishutsu.notify.campaign;

import java.util.List;
import java.util.SortedMap;
import org.teishutsu.notify.report.FirmFacts;
import org.teishutsu.notify.report.IncidentFacts;

/** What the messages of a campaign say of the firm and the incidents; frozen when it is approved. */
record CampaignFacts(
        FirmFacts firm,
        List<IncidentFacts> incidents,
        SortedMap<String, String> remarks,
        String damage,
        String measures) {}
