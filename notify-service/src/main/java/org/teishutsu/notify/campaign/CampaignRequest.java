package org.teishutsu.notify.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is handed in.
 *
 * @param incidents codes, in the order in which messages tell of them
 * @param template an approved one for e-mail
 * @param letterTemplate an approved one for letters; absent if the batches of letters are to name theirs
 * @param ratePerSecond messages a second; absent for as fast as the mail server takes them
 * @param remarks leak item's code to what stands in brackets behind it, such as that it had been invalidated before
 * @param damage what is known of damage, and as of when, in the firm's words
 * @param measures what the firm does and whom it told, in its words
 */
record CampaignRequest(
        @NotBlank @Size(max = 200) String title,
        @NotEmpty @Size(max = 20) List<@NotBlank String> incidents,
        @NotNull UUID template,
        @Nullable UUID letterTemplate,
        @NotNull LocalDate completeBy,
        @Nullable @Min(1) @Max(100_000) Integer ratePerSecond,
        @Nullable Map<String, @NotBlank @Size(max = 100) String> remarks,
        @Nullable @Size(max = 2000) String damage,
        @Nullable @Size(max = 2000) String measures) {

    SortedMap<String, String> sortedRemarks() {
        return remarks == null ? new TreeMap<>() : new TreeMap<>(remarks);
    }
}
