package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

class RowCheckTest {

    private static final String GOOD =
            "C-0001,INDIVIDUAL,髙﨑 𠮷濵,タカサキ ヨシハマ,a..b.@docomo.example,2015-04-01,100-0001,東京都千代田区1-1,090-0000-0000,CURRENT,NAME|BIRTH_DATE";

    @Test
    void aRowIsTakenInTheSpellingOfTheList() {
        ListRow row = taken(GOOD);
        assertThat(row.name()).isEqualTo("髙﨑 𠮷濵");
        assertThat(row.email()).isEqualTo("a..b.@docomo.example");
        assertThat(row.party()).isEqualTo(Party.INDIVIDUAL);
        assertThat(row.status()).isEqualTo(RecipientStatus.CURRENT);
        assertThat(row.emailSince()).isEqualTo(LocalDate.of(2015, 4, 1));
        assertThat(row.mask()).isEqualTo(0b1000_0001);
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void aNumberOrAnEmailIsEnough() {
        assertThat(taken("C1,INDIVIDUAL,山田,,,,,,,FORMER,NAME").email()).isNull();
        assertThat(taken(",INDIVIDUAL,山田,,y@example.jp,,,,,APPLICANT,NAME").customerNumber())
                .isNull();
    }

    @Test
    void neitherIsNobody() {
        assertThat(faults(",INDIVIDUAL,山田,,,,,東京都,,FORMER,NAME")).containsExactly(new Fault("", RowReason.NO_IDENTITY));
    }

    @Test
    void everyFaultOfARowIsNamed() {
        assertThat(faults("C 1,GROUP,,,no-mail,2017-31-07,1234,x\u0007,80-1,GONE,SALARY"))
                .containsExactlyInAnyOrder(
                        new Fault("customer_number", RowReason.CUSTOMER_NUMBER_MALFORMED),
                        new Fault("party", RowReason.PARTY_UNKNOWN),
                        new Fault("name", RowReason.NAME_MISSING),
                        new Fault("email", RowReason.EMAIL_MALFORMED),
                        new Fault("email_since", RowReason.DATE_MALFORMED),
                        new Fault("postal_code", RowReason.POSTAL_CODE_MALFORMED),
                        new Fault("address", RowReason.CONTROL_CHARACTER),
                        new Fault("mobile", RowReason.MOBILE_MALFORMED),
                        new Fault("status", RowReason.STATUS_UNKNOWN),
                        new Fault("items", RowReason.ITEM_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "INDIVIDUAL, GROUP, PARTY_UNKNOWN",
        "CURRENT, '', STATUS_UNKNOWN",
        "髙﨑 𠮷濵, 高\uFFFD, REPLACEMENT_CHARACTER",
        "2015-04-01, 2015-02-29, DATE_MALFORMED",
        "100-0001, 600001, POSTAL_CODE_LOST_ZERO",
        "100-0001, 10000, POSTAL_CODE_LOST_ZERO",
        "100-0001, 100-001, POSTAL_CODE_MALFORMED",
        "100-0001, 1.23E+06, SPREADSHEET_EXPONENT",
        "090-0000-0000, 9000000000, MOBILE_LOST_ZERO",
        "090-0000-0000, 90-0000-0000, MOBILE_LOST_ZERO",
        "090-0000-0000, 9.00E+09, SPREADSHEET_EXPONENT",
        "090-0000-0000, 090-0000, MOBILE_MALFORMED",
        "C-0001, 1.23E+11, SPREADSHEET_EXPONENT",
        "C-0001, 2-Jan, SPREADSHEET_DATE",
        "C-0001, Jan-02, SPREADSHEET_DATE",
        "C-0001, 1月2日, SPREADSHEET_DATE",
        "C-0001, 2017/1/2, SPREADSHEET_DATE",
        "髙﨑 𠮷濵, #N/A, SPREADSHEET_ERROR",
        "髙﨑 𠮷濵, #####, SPREADSHEET_ERROR",
        "髙﨑 𠮷濵, ?﨑, REPLACEMENT_CHARACTER",
        "NAME|BIRTH_DATE, '', ITEMS_MISSING",
        "NAME|BIRTH_DATE, NAME||BIRTH_DATE, ITEM_UNKNOWN",
        "NAME|BIRTH_DATE, NAME|SALARY, ITEM_UNKNOWN",
        "2015-04-01, 2015-4, DATE_MALFORMED",
    })
    void oneFaultIsFound(String good, String bad, RowReason reason) {
        assertThat(faults(GOOD.replace(good, bad))).extracting(Fault::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a b@example.jp",
                "@example.jp",
                "a@-x.jp",
                "a@example..jp",
                "ａ@example.jp",
                "a@@example.jp",
                "a@example.jp;b@example.jp",
                "a\"b@example.jp",
                "a@example.jp."
            })
    void whatIsNoAddressIsRejected(String email) {
        assertThat(faults(GOOD.replace("a..b.@docomo.example", quoted(email))))
                .extracting(Fault::reason)
                .containsExactly(RowReason.EMAIL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.@ezweb.example", ".a@docomo.example", "a+tag@sub.example.co.jp", "a_b-c%d@xn--r8jz45g.jp"})
    void oldCarrierAddressesAreNotInvalid(String email) {
        assertThat(taken(GOOD.replace("a..b.@docomo.example", email)).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09000000000", "03-0000-0000", "'+81-90-0000-0000", "+819000000000", ""})
    void telephoneNumbersAreTaken(String mobile) {
        assertThat(taken(GOOD.replace("090-0000-0000", mobile)).mobile()).isNotEqualTo("'+81-90-0000-0000");
    }

    @Test
    void aNeutralisedCellIsTakenAsItWas() {
        assertThat(taken(GOOD.replace("東京都千代田区1-1", "'=東京")).address()).isEqualTo("=東京");
    }

    @Test
    void anItemNamedTwiceCountsOnce() {
        assertThat(taken(GOOD.replace("NAME|BIRTH_DATE", "EMAIL|NAME|EMAIL")).mask())
                .isEqualTo(0b101);
    }

    @Test
    void cellsAreCountedInCodePoints() {
        assertThat(taken(GOOD.replace("髙﨑 𠮷濵", "𠮷".repeat(200))).name()).hasSize(400);
        assertThat(faults(GOOD.replace("髙﨑 𠮷濵", "𠮷".repeat(201))))
                .containsExactly(new Fault("name", RowReason.TOO_LONG));
    }

    @Test
    void aCellOverSeveralLinesIsAQuoteLeftOpen() {
        assertThat(faults(GOOD.replace("東京都千代田区1-1", "\"東京都\n千代田区\"")))
                .containsExactly(new Fault("address", RowReason.LINE_BREAK));
    }

    @Test
    void aRowOfAnotherWidthIsRejectedAsAWhole() {
        assertThat(faults(GOOD + ",more")).containsExactly(new Fault("", RowReason.CELL_COUNT));
        assertThat(faults("C1,INDIVIDUAL")).containsExactly(new Fault("", RowReason.CELL_COUNT));
    }

    @Test
    void verdictsDoNotPrintPersonalData() {
        assertThat(verdict(GOOD).toString()).doesNotContain("髙").doesNotContain("docomo");
        assertThat(verdict(GOOD + ",x").toString()).doesNotContain("髙").doesNotContain("docomo");
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private ListRow taken(String row) {
        RowCheck.Verdict verdict = verdict(row);
        assertThat(verdict).isInstanceOf(RowCheck.Taken.class);
        return ((RowCheck.Taken) verdict).row();
    }

    private Iterable<Fault> faults(String row) {
        RowCheck.Verdict verdict = verdict(row);
        assertThat(verdict).isInstanceOf(RowCheck.Refused.class);
        return ((RowCheck.Refused) verdict).row().faults();
    }

    private RowCheck.Verdict verdict(String row) {
        ListReader reader = Lists.reader(Lists.HEADER + row + "\n");
        return new RowCheck(reader.header(), Lists.CATALOGUE).check(Objects.requireNonNull(reader.next()));
    }
}
