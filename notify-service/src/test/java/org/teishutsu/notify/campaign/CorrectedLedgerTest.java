package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.correcting;
import static org.teishutsu.notify.IntakeFixture.staged;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.CorrectionFixture;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** What a corrected ledger does to those who are being told. */
@QuarkusTest
@NotifyServiceTest
class CorrectedLedgerTest {

    private static final String APPLICANT = ",INDIVIDUAL,見本 花子,,hanako@mail.example,2010-01-01,,,,APPLICANT,EMAIL";
    private static final String CUSTOMER = "C7,INDIVIDUAL,見本 花子,,hanako@mail.example,2010-01-01,,,,CURRENT,EMAIL";

    @Inject
    DataSource dataSource;

    @Inject
    CampaignSweep sweep;

    @ConfigProperty(name = "mail.port")
    int mailPort;

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

    @Test
    void whoeverIsWithdrawnFallsOutOfTheQueue() {
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 3));
        String id = SendingFixture.running("2016-attack");
        eventually("waiting", () -> progress(id).getString("waitingFor") != null && emails(id, "QUEUED") == 3);

        applied(correcting("WITHDRAW", "2016-attack", SendingFixture.customer("C2", "c2@example.jp", "NAME|EMAIL")));
        assertThat(emails(id, "CANCELLED")).isOne();
        mail.reset();
        eventually("told", () -> progress(id).getString("state").equals("COMPLETE"));

        assertThat(emails(id, "SENT")).isEqualTo(2);
        assertThat(mail.received())
                .extracting(ScriptedMailServer.Received::recipient)
                .doesNotContain("c2@example.jp");
    }

    @Test
    void whatTheApplicantWasToldTheCustomerWasToldOnceTheyAreOne() {
        applied(staged("2016-attack", APPLICANT));
        String number = LedgerFixture.strings(dataSource, "select inquiry_number from recipient")
                .get(0);
        String id = SendingFixture.running("2016-attack");
        eventually("told", () -> progress(id).getString("state").equals("COMPLETE"));
        String before = now();
        String figures = figures(before);

        applied(staged("2016-attack", CUSTOMER));
        sweep.planAll();
        assertThat(SendingFixture.notTold(id)).as("the customer is another one").hasSize(1);
        merge();
        assertThat(SendingFixture.notTold(id)).isEmpty();
        sweep.planAll();

        assertThat(mail.received()).as("told once").hasSize(1);
        assertThat(CorrectionFixture.due(id))
                .as("what the one was told is so of the other")
                .isEmpty();
        JsonPath now = JsonPath.from(figures(now()));
        assertThat(now.getInt("union.recipients")).isOne();
        assertThat(now.getInt("union.reach.SENT")).isOne();
        assertThat(figures(before)).isEqualTo(figures);
        as("officer")
                .accept("application/json")
                .get("/genuine/{number}", number)
                .then()
                .statusCode(200)
                .body(containsString("大切なお知らせ"));
    }

    private void merge() {
        JsonPath open = as("officer").get("/recipients/merge-proposals").jsonPath();
        String id = open.getString("items[0].id");
        JsonPath decided = as("officer")
                .body(Map.of("decision", "MERGE", "reason", "ご本人に確認"))
                .post("/recipients/merge-proposals/{id}/decision", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        as("approver")
                .body(Map.of("digest", decided.getString("digest")))
                .post("/recipients/merge-proposals/{id}/approval", id)
                .then()
                .statusCode(200);
    }

    private static String figures(String asOf) {
        return as("service")
                .get("/figures?incident=2016-attack&asOf=" + asOf)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** An instant that has passed when the next fact is recorded. */
    private String now() {
        List<String> now = LedgerFixture.strings(
                dataSource, "select to_char(domain_now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        return now.get(0);
    }
}
