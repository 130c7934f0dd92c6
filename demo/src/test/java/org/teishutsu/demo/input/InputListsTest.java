package org.teishutsu.demo.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListsTest {

    private static final int EMAIL = InputLists.COLUMNS.indexOf("email");
    private static final int NAME = InputLists.COLUMNS.indexOf("name");
    private static final int ITEMS = InputLists.COLUMNS.indexOf("items");
    private static final int STATUS = InputLists.COLUMNS.indexOf("status");

    @TempDir
    static Path folder;

    private static Expected expected;
    private static List<List<String>> rows2016;
    private static List<List<String>> rows2017;

    @BeforeAll
    static void writeTheFullLists() throws Exception {
        expected = new InputLists(CaseSize.FULL).writeTo(folder);
        rows2016 = read(InputLists.list2016(folder), InputLists.CP932);
        rows2017 = read(InputLists.list2017(folder), StandardCharsets.UTF_8);
    }

    @Test
    void theTotalsAreThePublishedOnes() {
        assertThat(rows2017).hasSize(2_455);
        assertThat(rows2016).hasSize(112_364 + BrokenRows.ROWS.size());
        assertThat(valid2016()).hasSize(112_364);
        assertThat(expected.exposures2016()).isEqualTo(112_364);
        assertThat(expected.exposures2017()).isEqualTo(2_455);
    }

    @Test
    void theSevenItemsLeakedTogetherForTwoHundredRecords() {
        assertThat(combinations(valid2016()))
                .containsEntry(
                        "BIRTH_DATE|CUSTOMER_ID|EMAIL|FIRST_LOGIN_PASSWORD|MOBILE_PHONE|PHONE|VIRTUAL_ACCOUNT", 200L);
    }

    @Test
    void theCommonestSetIsTheKnownOne() {
        String commonest = combinations(valid2016()).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        assertThat(commonest).isEqualTo("BIRTH_DATE|CUSTOMER_ID|EMAIL|FIRST_LOGIN_PASSWORD|PHONE");
    }

    @Test
    void whatIsWrittenIsWhatIsExpected() {
        assertThat(combinations(valid2016())).isEqualTo(expected.combinations2016());
        assertThat(combinations(rows2017)).isEqualTo(expected.combinations2017());
    }

    @Test
    void nameAndAddressNeverLeakedIn2016() {
        assertThat(valid2016())
                .noneMatch(row -> items(row).contains("NAME") || items(row).contains("ADDRESS"));
    }

    @Test
    void whoIsInBothHasTheSameNameAndAddressInBoth() {
        Map<String, List<String>> byNumber =
                valid2016().stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
        List<List<String>> both = rows2017.stream()
                .filter(row -> byNumber.containsKey(row.get(0)))
                .toList();
        assertThat(both).hasSize(812);
        assertThat(both)
                .allSatisfy(row -> assertThat(row.subList(0, ITEMS))
                        .isEqualTo(byNumber.get(row.get(0)).subList(0, ITEMS)));
    }

    @Test
    void nobodyWouldWaitAsAConflict() {
        assertThat(valid2016()).extracting(row -> row.get(0)).doesNotContain("").doesNotHaveDuplicates();
        Set<String> addressesOfCustomers = new TreeSet<>();
        valid2016().forEach(row -> addressesOfCustomers.add(row.get(EMAIL)));
        rows2017.stream().filter(row -> !row.get(0).isEmpty()).forEach(row -> addressesOfCustomers.add(row.get(EMAIL)));
        List<List<String>> applicants =
                rows2017.stream().filter(row -> row.get(0).isEmpty()).toList();
        assertThat(applicants).hasSize(1_148);
        assertThat(applicants).extracting(row -> row.get(STATUS)).containsOnly("APPLICANT");
        assertThat(applicants)
                .extracting(row -> row.get(EMAIL))
                .doesNotContain("")
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(addressesOfCustomers);
    }

    @Test
    void aboutOneInAHundredHasNoAddressAndSomeShareOne() {
        long without =
                valid2016().stream().filter(row -> row.get(EMAIL).isEmpty()).count();
        assertThat(without).isEqualTo(expected.withoutEmail()).isBetween(1_000L, 1_300L);
        Map<String, Long> uses = valid2016().stream()
                .filter(row -> !row.get(EMAIL).isEmpty())
                .collect(Collectors.groupingBy(row -> row.get(EMAIL), Collectors.counting()));
        assertThat(uses.values().stream().filter(n -> n > 1).count()).isBetween(380L, 420L);
        assertThat(uses.values()).allMatch(n -> n <= 2);
    }

    @Test
    void hardNamesAreWhereTheEncodingHasThem() {
        String all2016 = valid2016().stream().map(row -> row.get(NAME)).collect(Collectors.joining());
        String all2017 = rows2017.stream().map(row -> row.get(NAME)).collect(Collectors.joining());
        assertThat(all2016).contains("髙").contains("﨑").contains("濵").doesNotContain("𠮷");
        assertThat(all2017).contains("髙").contains("﨑").contains("𠮷");
    }

    @Test
    void everyAddressIsUnderAReservedName() {
        assertThat(valid2016())
                .allMatch(row -> row.get(EMAIL).isEmpty() || row.get(EMAIL).endsWith(".example"));
        assertThat(rows2017).allMatch(row -> row.get(EMAIL).endsWith(".example"));
        assertThat(valid2016())
                .anyMatch(row -> row.get(EMAIL).contains(".."))
                .anyMatch(row -> row.get(EMAIL).contains(".@"));
    }

    @Test
    void theBrokenRowsStandWhereTheExpectationSays() {
        assertThat(expected.brokenLines().stream()
                        .map(line -> Csv.line(rows2016.get(line - 2)))
                        .toList())
                .containsExactlyElementsOf(BrokenRows.ROWS);
    }

    @Test
    void theSameSizeGivesTheSameBytes(@TempDir Path again) throws Exception {
        new InputLists(new CaseSize(50)).writeTo(again.resolve("a"));
        new InputLists(new CaseSize(50)).writeTo(again.resolve("b"));
        assertThat(InputLists.list2016(again.resolve("a")))
                .hasSameBinaryContentAs(InputLists.list2016(again.resolve("b")));
        assertThat(InputLists.list2017(again.resolve("a")))
                .hasSameBinaryContentAs(InputLists.list2017(again.resolve("b")));
    }

    @Test
    void aSmallerCaseKeepsItsProportions(@TempDir Path small) throws Exception {
        Expected fiftieth = new InputLists(new CaseSize(50)).writeTo(small);
        assertThat(fiftieth.exposures2016()).isEqualTo(2_247);
        assertThat(fiftieth.exposures2017()).isEqualTo(49);
        assertThat(fiftieth.inBoth()).isEqualTo(16);
        assertThat(fiftieth.combinations2016()).hasSameSizeAs(expected.combinations2016());
    }

    private static List<List<String>> valid2016() {
        List<List<String>> valid = new ArrayList<>();
        for (int i = 0; i < rows2016.size(); i++) {
            if (!expected.brokenLines().contains(i + 2)) {
                valid.add(rows2016.get(i));
            }
        }
        return valid;
    }

    private static Map<String, Long> combinations(List<List<String>> rows) {
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(String.join("|", items(row)), 1L, Long::sum));
        return counts;
    }

    private static Set<String> items(List<String> row) {
        return new TreeSet<>(List.of(row.get(ITEMS).split("\\|")));
    }

    private static List<List<String>> read(Path file, Charset charset) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            Csv.read(reader, rows::add);
        }
        assertThat(rows.remove(0)).isEqualTo(InputLists.COLUMNS);
        return rows;
    }
}
