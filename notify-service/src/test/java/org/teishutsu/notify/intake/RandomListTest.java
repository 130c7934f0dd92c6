package org.teishutsu.notify.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Lists nobody thought of: never a failure of ours, never half a list, never a changed name. */
@QuarkusTest
@NotifyServiceTest
class RandomListTest {

    private static final int SEEDS = 2_000;
    private static final int SEEDS_OVER_HTTP = 60;

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void noNameIsChangedOnItsWayThroughAnyFormat() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomList list = new RandomList(seed);
            ListReader reader = Lists.reader(list.good(), null);
            RowCheck check = new RowCheck(reader.header(), Lists.CATALOGUE);
            List<String> names = new ArrayList<>();
            for (CsvRow row : Lists.rows(reader)) {
                RowCheck.Verdict verdict = check.check(row);
                assertThat(verdict).as("seed %d line %d", seed, row.line()).isInstanceOf(RowCheck.Taken.class);
                names.add(((RowCheck.Taken) verdict).row().name());
            }
            assertThat(names)
                    .as("seed %d", seed)
                    .isEqualTo(list.names().stream()
                            .map(org.teishutsu.notify.csv.CsvCell::restored)
                            .toList());
        }
    }

    @Test
    void brokenFilesAreReadOrRefusedAndEveryRowIsCountedOnce() throws IOException {
        int read = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = new RandomList(seed).broken();
            try (ListFile file = ListFile.receive(new ByteArrayInputStream(bytes));
                    ListReader reader = ListReader.open(file, ColumnMapping.NONE, Lists.CATALOGUE)) {
                RowCheck check = new RowCheck(reader.header(), Lists.CATALOGUE);
                int rows = 0;
                for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                    rows++;
                    assertThat(row.rowNo()).isEqualTo(rows);
                    assertThat(check.check(row)).as("seed %d", seed).isNotNull();
                }
                read++;
            } catch (ProblemException refused) {
                assertThat(refused.type().status()).as("seed %d", seed).isEqualTo(400);
            }
        }
        assertThat(read).as("files that could be read").isBetween(SEEDS / 5, SEEDS * 4 / 5);
    }

    @Test
    void brokenWorkbooksAreReadOrRefused() throws IOException {
        byte[] good = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, "顧客番号", "氏名", "漏えい項目");
            Workbooks.row(sheet, 1, "C1", "髙﨑", "氏名");
        });
        Random random = new Random(31);
        for (int i = 0; i < SEEDS / 2; i++) {
            byte[] bytes = good.clone();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (ListFile file = ListFile.receive(new ByteArrayInputStream(bytes));
                    ListReader reader = ListReader.open(file, ColumnMapping.NONE, Lists.CATALOGUE)) {
                while (reader.next() != null) {
                    assertThat(reader.header().size()).isPositive();
                }
            } catch (ProblemException refused) {
                assertThat(refused.type().status()).isEqualTo(400);
            }
        }
    }

    @Test
    void overHttpNothingFailsAndNothingIsAppliedInPart() {
        for (long seed = 0; seed < SEEDS_OVER_HTTP; seed++) {
            Response answer = post(new RandomList(seed).broken());
            assertThat(answer.statusCode()).as("seed %d", seed).isIn(201, 400);
            if (answer.statusCode() == 201) {
                JsonPath staged = answer.jsonPath();
                assertThat(staged.getInt("rows"))
                        .isEqualTo(List.of("new", "changed", "unchanged", "duplicate", "waiting", "rejected").stream()
                                .mapToInt(count -> staged.getInt("'" + count + "'"))
                                .sum());
            }
        }
        assertThat(LedgerFixture.strings(dataSource, "select count(*)::text from recipient"))
                .containsExactly("0");
        assertThat(LedgerFixture.strings(
                        dataSource, "select distinct state from import where state not in ('STAGED', 'FAILED')"))
                .isEmpty();
    }

    @Test
    void namesReachTheLedgerAsTheyWereWritten() {
        RandomList list = new RandomList(4711);
        JsonPath staged = post(list.good()).then().statusCode(201).extract().jsonPath();
        given().auth()
                .preemptive()
                .basic("approver", "test")
                .contentType("application/json")
                .body(Map.of("digest", staged.getString("digest")))
                .post("/imports/{id}/application", staged.getString("id"))
                .then()
                .statusCode(200);
        assertThat(LedgerFixture.contacts(dataSource, vault))
                .extracting(Contact::name)
                .containsExactlyInAnyOrderElementsOf(list.names().stream()
                        .map(org.teishutsu.notify.csv.CsvCell::restored)
                        .toList());
    }

    private static Response post(byte[] file) {
        return given().auth()
                .preemptive()
                .basic("officer", "test")
                .contentType("application/octet-stream")
                .body(file)
                .queryParam("reason", "追加の調査")
                .post("/incidents/2017-attack/imports");
    }
}
