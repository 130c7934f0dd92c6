package org.teishutsu.notify.campaign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

@QuarkusTest
@NotifyServiceTest
class ProgressStreamTest {

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @TestHTTPResource("/campaigns/")
    URI campaigns;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private HttpRequest request(String campaign) {
        return HttpRequest.newBuilder(campaigns.resolve(campaign + "/progress"))
                .header("Accept", "text/event-stream")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("auditor:test".getBytes(US_ASCII)))
                .timeout(Duration.ofMinutes(1))
                .build();
    }

    @Test
    void progressFlowsUntilTheCampaignIsOver() throws Exception {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 30));
        Map<String, Object> request = SendingFixture.request(SendingFixture.template(), "2016-attack");
        request.put("ratePerSecond", 10);
        String campaign = SendingFixture.running(request);
        HttpResponse<Stream<String>> answer = client.send(request(campaign), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");

        List<String> events =
                answer.body().filter(line -> line.startsWith("data:")).toList();
        assertThat(events).hasSizeGreaterThan(1);
        assertThat(events.get(0)).contains("\"state\":\"RUNNING\"");
        assertThat(events.get(events.size() - 1))
                .contains("\"state\":\"COMPLETE\"")
                .contains("\"SENT\":30");
    }

    @Test
    void onlySoManyMayListenAndAPlaceComesBack() throws Exception {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 1));
        String campaign = SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack"))
                .getString("id");
        HttpResponse<InputStream> first = listen(campaign);
        HttpResponse<InputStream> second = listen(campaign);
        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(200);
        assertThat(status(campaign)).isEqualTo(429);

        first.body().close();
        eventually("a place is free", () -> status(campaign) == 200);
        second.body().close();
        assertThat(status("00000000-0000-0000-0000-000000000000")).isEqualTo(404);
    }

    private HttpResponse<InputStream> listen(String campaign) throws Exception {
        return client.send(request(campaign), HttpResponse.BodyHandlers.ofInputStream());
    }

    private int status(String campaign) {
        try {
            HttpResponse<InputStream> answer = listen(campaign);
            answer.body().close();
            return answer.statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
