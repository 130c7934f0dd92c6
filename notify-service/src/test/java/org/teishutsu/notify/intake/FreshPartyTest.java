package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.teishutsu.notify.IntakeFixture.application;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Whoever comes into the ledger can be read there: a contact opens for the id it was sealed for only. */
@QuarkusTest
@NotifyServiceTest
class FreshPartyTest {

    private static final String INCIDENT = "2017-attack";
    private static final String CUSTOMER = "C1,INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,CURRENT,NAME";
    private static final String FORMER = ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,FORMER,NAME";
    private static final String APPLICANT = ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,NAME";

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void anApplicantIsReadableThoughAnEarlierRowOfTheNameMeansACustomer() {
        applied(staged(INCIDENT, CUSTOMER));
        JsonPath list = applied(staged(INCIDENT, FORMER, APPLICANT, APPLICANT));
        assertThat(List.of(list.getInt("unchanged"), list.getInt("new"), list.getInt("duplicate")))
                .containsExactly(1, 1, 1);
        assertThat(LedgerFixture.contacts(dataSource, vault))
                .extracting(Contact::name)
                .containsExactly("見本 花子", "見本 花子");
    }

    @Test
    void soItIsWhereTheCustomerIsInTheSameList() {
        applied(staged(INCIDENT, FORMER, APPLICANT, CUSTOMER));
        assertThat(LedgerFixture.contacts(dataSource, vault))
                .extracting(Contact::customerNumber)
                .containsExactlyInAnyOrder("C1", null);
    }

    @Test
    void withNobodyInTheLedgerTheRowsAreOneParty() {
        JsonPath list = applied(staged(INCIDENT, FORMER, APPLICANT));
        assertThat(List.of(list.getInt("new"), list.getInt("duplicate"))).containsExactly(1, 1);
        assertThat(LedgerFixture.contacts(dataSource, vault)).hasSize(1);
    }

    @Test
    void aContactSealedForSomebodyElseIsNeverTakenIn() {
        JsonPath list = staged(INCIDENT, CUSTOMER, APPLICANT);
        LedgerFixture.execute(
                dataSource, "update import_verdict set recipient_id = gen_random_uuid() where row_no = 2");
        application("approver", list).statusCode(500);
        assertThat(LedgerFixture.strings(dataSource, "select count(*)::text from recipient"))
                .containsExactly("0");
    }

    @Test
    void oneUnreadableCellDoesNotTakeTheOthersWithIt() {
        applied(staged(INCIDENT, CUSTOMER, APPLICANT));
        LedgerFixture.execute(
                dataSource,
                "update recipient set contact = (select contact from recipient where customer_key is not null)"
                        + " where customer_key is null");
        as("desk")
                .body(Map.of("email", "hanako@mail.example", "reason", "お問い合わせ"))
                .post("/recipients/lookup")
                .then()
                .statusCode(200)
                .body("found", equalTo(2))
                .body("recipients.contact.name", hasItems("見***", "（読み取れません）"));
        as("officer")
                .get("/recipients/merge-proposals")
                .then()
                .statusCode(200)
                .body("items[0].recipient.contact.name", equalTo("（読み取れません）"))
                .body("items[0].customer.contact.customerNumber", equalTo("C1"));
    }
}
