package org.teishutsu.report.filing.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilingContentTest {

    @Test
    void whatIsWrittenIsReadBack() {
        FilingContent content = content("INITIAL", 0);
        byte[] json = FilingJson.write(content);
        assertThat(FilingJson.read(json)).isEqualTo(content);
        assertThat(FilingJson.write(FilingJson.read(json))).isEqualTo(json);
    }

    @Test
    void blocksNameTheirType() {
        assertThat(new String(FilingJson.write(content("INITIAL", 0)), StandardCharsets.UTF_8))
                .contains("\"type\" : \"heading\"", "\"type\" : \"paragraph\"", "\"type\" : \"items\"")
                .contains("\"type\" : \"table\"", "\"type\" : \"barChart\"")
                .contains("\"asOf\" : \"2017-08-08T15:00:00Z\"", "\"documentDate\" : \"2017-08-16\"");
    }

    @Test
    void aPlainMapperReadsItToo() throws Exception {
        ObjectMapper plain = new ObjectMapper().registerModules(new JavaTimeModule(), new ParameterNamesModule());
        FilingContent content = content("PROGRESS", 2);
        assertThat(plain.readValue(plain.writeValueAsBytes(content), FilingContent.class))
                .isEqualTo(content);
    }

    @Test
    void anotherKindIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> content("FINAL", 1))
                .withMessage("kind must be INITIAL or PROGRESS, was FINAL");
    }

    @Test
    void aRowMustFillTheColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block.Table(
                        "件数",
                        List.of(
                                new Block.Column("項目", Block.Align.TEXT, 2),
                                new Block.Column("件数", Block.Align.NUMBER, 1)),
                        List.of(List.of("氏名", "1"), List.of("住所")),
                        false))
                .withMessage("table 件数 has 2 columns, but row 2 has 1 cells");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block.Heading("見出し\t二"))
                .withMessage("heading must not contain the control character U+0009 (at index 3)");
        assertThat(new Block.Paragraph("一\r\n二").text())
                .as("as a form sends it")
                .isEqualTo("一\n二");
    }

    @Test
    void anOverrideNeedsReasonAndPerson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirmCopy.Check(
                        "REACH_SUMS",
                        "通知状況の合計",
                        FirmCopy.Severity.BLOCKING,
                        FirmCopy.Outcome.FAILED,
                        "2,455 ≠ 2,454",
                        "理由",
                        null))
                .withMessage("check REACH_SUMS must have both an override reason and who overrode it, or neither");
    }

    @Test
    void theDigestMustBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirmCopy(List.of(), "ABC"))
                .withMessage("submissionSha256 must be 64 lower-case hex digits, was ABC");
    }

    private static FilingContent content(String kind, int number) {
        return new FilingContent(
                FilingContent.SCHEMA_VERSION,
                "業務改善命令に係る対応・実施状況について（報告）",
                kind,
                number,
                "サ発第1号",
                LocalDate.of(2017, 8, 16),
                Instant.parse("2017-08-08T15:00:00Z"),
                "関東財務局長　殿",
                new Submitter("東京都", "サンプルＦＸ株式会社", "関東財務局長（金商）第0号", null, "代表取締役社長", "見本　一郎", true),
                "件名",
                "前文",
                List.of("報告書"),
                new Contact("法務部", "見本　二郎", "03-0000-0000", null),
                List.of(new Section(
                        "1",
                        "概要",
                        List.of(
                                new Block.Heading("(1) 見出し"),
                                new Block.Paragraph("本文"),
                                new Block.Items(List.of("項目")),
                                new Block.Table(
                                        "件数",
                                        List.of(new Block.Column("件数", Block.Align.NUMBER, 1)),
                                        List.of(List.of("2,455")),
                                        true),
                                new Block.BarChart("図", "図の説明", "件", List.of(new Block.Bar("氏名", 2_455)))))),
                List.of(),
                List.of(new Figure.Source("ledger", "notify-service", "GET /figures", "0a")),
                List.of(new Figure(
                        "union.recipients",
                        "実人数",
                        Figure.Unit.PERSONS,
                        2L,
                        null,
                        "ledger",
                        null,
                        List.of(new Figure.Part("reach.SENT", "送信済み", 2)))));
    }
}
