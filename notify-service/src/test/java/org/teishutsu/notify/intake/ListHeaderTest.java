package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;

class ListHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "顧客番号, customer_number",
        "お客様番号, customer_number",
        "顧客ＩＤ, customer_number",
        "ﾌﾘｶﾞﾅ, name_kana",
        "氏名（カナ）, name_kana",
        "ﾒｰﾙｱﾄﾞﾚｽ, email",
        "Ｅ－Ｍａｉｌ, email",
        "Mail Address, email",
        "〒, postal_code",
        "ZIP code, postal_code",
        "ご住所, address",
        "携帯電話, mobile",
        "区分, party",
        "契約状況, status",
        "漏えい_生年月日, item:BIRTH_DATE",
        "生年月日（漏えい有無）, item:BIRTH_DATE",
        "住所の漏えい, item:ADDRESS",
        "生年月日, ignored",
        "備考, ignored",
    })
    void columnsGoByManyNames(String header, String readAs) {
        assertThat(readAs(
                                "c_no?,氏名,漏えい項目," + header,
                                "{\"c_no?\":\"customer_number\"}"
                                        .replace(
                                                "customer_number",
                                                readAs.equals("customer_number") ? "ignored" : "customer_number"))
                        .get(3))
                .isEqualTo(readAs);
    }

    @Test
    void whereNoColumnNamesTheItemsThoseWithTheirNamesMarkThem() {
        assertThat(readAs("顧客番号,氏名,生年月日,性別", null))
                .containsExactly("customer_number", "name", "item:BIRTH_DATE", "item:SEX");
    }

    @Test
    void aMappingIsStrongerThanNames() {
        assertThat(readAs("口座番号,氏名,区分,備考", "{\"#1\":\"customer_number\",\"区 分\":\"status\",\"備考\":\"item:SEX\"}"))
                .containsExactly("customer_number", "name", "status", "item:SEX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "null",
                "{\"氏名\":null}",
                "{\"氏名\":\"nonsense\"}",
                "{\"氏名\":\"item:NONE\"}",
                "{\"#9\":\"name\"}",
                "{\"x\":\"name\"}"
            })
    void aMappingThatSaysNothingIsRefused(String mapping) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAs("顧客番号,氏名,漏えい項目", mapping))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST));
    }

    @Test
    void partsAreJoined() {
        assertThat(text("顧客番号,姓,名,漏えい項目\nC1,山田,太郎,氏名\n", ListColumn.NAME)).isEqualTo("山田 太郎");
        assertThat(text("顧客番号,氏名,都道府県,市区町村,番地,建物名,漏えい項目\nC1,山田,東京都,架空区,見本1-1,見本ビル,氏名\n", ListColumn.ADDRESS))
                .isEqualTo("東京都架空区見本1-1 見本ビル");
        assertThat(text("顧客番号,氏名,都道府県,住所,建物名,漏えい項目\nC1,山田,東京都,東京都架空区1,見本ビル,氏名\n", ListColumn.ADDRESS))
                .isEqualTo("東京都架空区1 見本ビル");
        assertThat(text("顧客番号,氏名,電話番号,漏えい項目\nC1,山田,0300000000,氏名\n", ListColumn.MOBILE))
                .isEqualTo("0300000000");
        assertThat(text("顧客番号,氏名,電話番号,携帯,漏えい項目\nC1,山田,0300000000,09000000000,氏名\n", ListColumn.MOBILE))
                .isEqualTo("09000000000");
        assertThat(readAs("顧客番号,氏名,電話番号,携帯,漏えい項目", null).get(2)).isEqualTo("ignored");
    }

    @Test
    void whatIsNeededIsNamedAndNobodysDataIsRepeated() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAs("C1,個人,山田 太郎,t@example.jp,氏名", null))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::message)
                        .contains("The column customer_number or email is missing", "The column items is missing")
                        .noneMatch(message -> message.contains("山田") || message.contains("example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1,山田 太郎,氏名・住所",
                "C1,山田 太郎,氏名",
                "C1,山田 太郎,EMAIL",
                "C1,山田 太郎,氏名,電話",
                "C1,山田 太郎,氏名,性別",
            })
    void aListWithoutAHeaderIsRefusedWhateverItsColumnsAreMappedTo(String row) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAs(row, "{\"#1\":\"customer_number\",\"#2\":\"name\",\"#3\":\"items\"}"))
                .withMessageContaining("give the list a header line")
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNREADABLE_FILE));
    }

    @Test
    void aPersonCalledLikeAColumnIsNoHeader() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAs(
                        "C1,セイ,メイ,x",
                        "{\"#1\":\"customer_number\",\"#2\":\"family_name\",\"#3\":\"given_name\",\"#4\":\"items\"}"))
                .withMessageContaining("give the list a header line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"番号,氏名,対象", "顧客番号,なまえ,対象", "番号,なまえ,漏えい項目"})
    void oneKnownNameMakesAHeader(String header) {
        assertThat(readAs(header, "{\"#1\":\"customer_number\",\"#2\":\"name\",\"#3\":\"items\"}"))
                .containsExactly("customer_number", "name", "items");
    }

    @Test
    void aColumnMappedByTheNameItHasMakesAHeader() {
        assertThat(readAs("番,なまえ,対象", "{\"#1\":\"customer_number\",\"なまえ\":\"name\",\"#3\":\"items\"}"))
                .containsExactly("customer_number", "name", "items");
        assertThat(readAs("番,なまえ,生年月日,性別", "{\"#1\":\"customer_number\",\"#2\":\"name\"}"))
                .containsExactly("customer_number", "name", "item:BIRTH_DATE", "item:SEX");
    }

    @Test
    void whereColumnsAreMappedByPlaceUnknownOnesAreNamedByPlace() {
        assertThat(header(
                                "口座番号,氏名,山田 太郎,見本県架空市,漏えい項目,社内備考,branch_code",
                                "{\"#1\":\"customer_number\",\"#4\":\"address\"}")
                        .columns())
                .extracting(Reading.Column::header)
                .containsExactly("口座番号", "氏名", "#3", "#4", "漏えい項目", "社内備考", "branch_code");
    }

    @Test
    void aNameThatLooksLikeDataIsNotRepeated() {
        Reading.Column odd = header("顧客番号,氏名,漏えい項目,t@example.jp,電話0900000000," + "長".repeat(100), null)
                .columns()
                .get(3);
        assertThat(odd.header()).isEqualTo("***");
        assertThat(header("顧客番号,氏名,漏えい項目," + "長".repeat(100), null)
                        .columns()
                        .get(3)
                        .header())
                .hasSize(61);
    }

    @Test
    void tenThousandColumnsAreTooMany() {
        String many = String.join(
                ",", IntStream.range(0, 10_000).mapToObj(i -> "c" + i).toList());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAs(many, null))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNREADABLE_FILE))
                .withMessageContaining("500");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        readAs(String.join(",", List.of(many).subList(0, 1)).substring(0, 3_500), null))
                .withMessageContaining("500");
    }

    @Test
    void tabsAreToldFromCommas() {
        ListReader reader = Lists.reader(
                "顧客番号\t備考,他\t氏名\t漏えい項目\nC1\tx\t山田,太郎\t氏名\n".getBytes(StandardCharsets.UTF_8),
                null,
                Lists.FULL_CATALOGUE);
        CsvRow row = Objects.requireNonNull(reader.next());
        assertThat(reader.header().text(ListColumn.NAME, row.cells())).isEqualTo("山田,太郎");
        assertThat(reader.next()).isNull();
        assertThat(reader.traits().format()).isEqualTo(ListFormat.TSV);
    }

    @ParameterizedTest
    @CsvSource({"'\r\n', CRLF", "'\n', LF", "'\r', CR"})
    void linesMayEndInAnyWay(String end, LineEnds.Kind kind) {
        String list = "顧客番号,氏名,漏えい項目%1$sC1,\"山田%1$s太郎\",氏名%1$sC2,見本,氏名%1$s".formatted(end);
        ListReader reader = Lists.reader(list.getBytes(StandardCharsets.UTF_8), null, Lists.FULL_CATALOGUE);
        assertThat(Lists.rows(reader)).extracting(CsvRow::line).containsExactly(2L, 4L);
        assertThat(reader.traits().lineEnds()).containsExactly(kind);
    }

    private static ListHeader header(String header, @Nullable String mapping) {
        return Lists.reader((header + "\n").getBytes(StandardCharsets.UTF_8), mapping, Lists.FULL_CATALOGUE)
                .header();
    }

    private static List<String> readAs(String header, @Nullable String mapping) {
        return header(header, mapping).columns().stream()
                .map(Reading.Column::readAs)
                .toList();
    }

    private static @Nullable String text(String list, ListColumn column) {
        ListReader reader = Lists.reader(list.getBytes(StandardCharsets.UTF_8), null, Lists.FULL_CATALOGUE);
        return reader.header()
                .text(column, Objects.requireNonNull(reader.next()).cells());
    }
}
