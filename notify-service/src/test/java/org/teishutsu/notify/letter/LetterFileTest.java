package org.teishutsu.notify.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.print.LineBreaks;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class LetterFileTest {

    private static final LetterFile.Head HEAD = new LetterFile.Head(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            Instant.parse("2017-08-02T01:00:00Z"),
            true,
            AddressPlace.USUAL);

    private static final String PARAGRAPH = "　お客様について漏えいを確認した項目は、次のとおりです（番号・日付は記載しておりません）。「髙﨑𠮷濵德栁邉」とお読みください。";

    static LetterText text(int paragraphs) {
        return new LetterText(
                "お客様への大切なお知らせ",
                "［右］2017年8月2日\n［右］例示株式会社\n［件名］\n\n" + LetterText.ADDRESSED + "\n"
                        + (PARAGRAPH + "\n").repeat(paragraphs)
                        + "［見出し］２．項目\n■ 例示の事案\n・氏名\n・生年月日（備考）\n［中央］番号　" + LetterText.INQUIRY_NUMBER
                        + "\n［右］以上\n");
    }

    static Letter letter(int sequence, String name, String address) {
        return new Letter(sequence, "100-0001", address, name, "様", "7K3QX-9M2VT", text(3));
    }

    @Test
    void conformsToPdfA2u() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = print(
                letter(1, "見本 吉子", "東京都架空区見本町1-1"),
                new Letter(2, null, "東京都架空区見本町1-1　ｺｰﾎﾟ見本101", "﨑 德", "御中", "7K3QX-9M2VT", text(30)));
        PDFAFlavour wanted = PDFAFlavour.byFlavourId("2u");
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), wanted);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage()))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void saysOfEachLetterWhatIsItsOwnAndWhatIsEverybodys() throws Exception {
        List<String> pages =
                pages(print(letter(1, "髙橋 一郎", "東京都架空区見本町1-1　ｺｰﾎﾟ見本101"), letter(2, "𠮷田　濵子", "大阪府架空市梅町2-2")));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0))
                .contains("〒100-0001", "東京都架空区見本町1-1", "ｺｰﾎﾟ見本101", "髙橋 一郎　様", "お客様への大切なお知らせ", "髙﨑𠮷濵德栁邉")
                .contains("訓練", "1 / 1", "000001 - 1/1", "番号　7K3QX-9M2VT", "以上")
                .doesNotContain("𠮷田");
        assertThat(pages.get(1)).contains("𠮷田　濵子　様", "000002 - 1/1").doesNotContain("髙橋");
    }

    @Test
    void aLongLetterGoesOnAndEveryPageNamesItsLetter() throws Exception {
        Letter letter = new Letter(7, "100-0001", "東京都架空区1", "見本 吉子", "様", "7K3QX-9M2VT", text(40));
        List<String> pages = pages(print(letter));
        assertThat(pages).hasSizeGreaterThan(2);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains((i + 1) + " / " + pages.size(), "000007 - " + (i + 1) + "/" + pages.size(), "訓練");
            assertThat(i == 0 || pages.get(i).contains("7K3QX-9M2VT")).isTrue();
        }
    }

    @Test
    void nothingButTheAddressStandsInWhatTheWindowMayShow() throws Exception {
        List<TextPosition> glyphs = glyphs(print(letter(1, "見本 吉子", "東京都架空区見本町1-1　サンプルハイツ101")));
        double right = Paper.points(Paper.HEAD_LEFT);
        double below = Paper.points(Paper.FOLD);
        StringBuilder shown = new StringBuilder();
        glyphs.stream()
                .filter(glyph -> glyph.getXDirAdj() < right && glyph.getYDirAdj() < below)
                .forEach(glyph -> shown.append(glyph.getUnicode()));
        assertThat(shown.toString()).isEqualTo("〒100-0001東京都架空区見本町1-1サンプルハイツ101見本 吉子　様");
        assertThat(glyphs).allSatisfy(glyph -> {
            assertThat(glyph.getXDirAdj() + glyph.getWidthDirAdj()).isLessThan((float) Paper.points(Paper.RIGHT + 1));
            assertThat(glyph.getYDirAdj()).isLessThan((float) Paper.points(Paper.HEIGHT - 5));
        });
    }

    @Test
    void noSheetIsSpentOnAFewWords() {
        int saved = 0;
        for (int paragraphs = 3; paragraphs < 40; paragraphs++) {
            List<SetText.SetPage> pages = SetText.of(text(paragraphs), false);
            SetText.SetPage last = pages.get(pages.size() - 1);
            double lines = last.constant().stream()
                    .filter(line -> line.y() < Paper.BOTTOM + 1)
                    .count();
            saved += pages.size() > 1 && lines < 5 ? 0 : 1;
        }
        assertThat(saved).isGreaterThan(33);
    }

    @Test
    void noLineBeginsOrEndsWithWhatMayNot() {
        for (int width = 60; width < 160; width++) {
            for (String line : Lines.of(PARAGRAPH.repeat(3), Typeface.REGULAR, width / 4.0, width / 4.0)) {
                assertThat(LineBreaks.NOT_AT_LINE_START.indexOf(line.codePointAt(0)))
                        .as(line)
                        .isNegative();
                assertThat(LineBreaks.NOT_AT_LINE_END.indexOf(line.codePointBefore(line.length())))
                        .as(line)
                        .isNegative();
                assertThat(Typeface.REGULAR.width(line)).isLessThanOrEqualTo(width / 4.0);
            }
        }
    }

    @Test
    void aCharacterInNoFontStopsTheLetterAndIsNamed() throws Exception {
        try (LetterFile file = LetterFile.begin(HEAD)) {
            file.add(letter(1, "見本 一郎", "東京都架空区1"));
            assertThatThrownBy(() -> file.add(letter(2, "見本 😀", "東京都架空区1")))
                    .isInstanceOf(UnprintableLetterException.class)
                    .hasMessage("氏名：😀 (U+1F600) は印字できません");
            assertThatThrownBy(() -> file.add(letter(2, "見本 二郎", "東京都\u0007"))).hasMessage("住所：U+0007 は印字できません");
            file.add(letter(2, "見本 三郎", "東京都架空区3"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(out);
            assertThat(pages(out.toByteArray())).hasSize(2).noneMatch(page -> page.contains("二郎"));
        }
    }

    @Test
    void aLongAddressGetsSmallerAndOneThatDoesNotFitIsNamed() throws Exception {
        String address = "東京都架空区見本町一丁目二番三号".repeat(4) + "　第二例示マンション南棟".repeat(2);
        String name = "株式会社例示".repeat(6);
        List<TextPosition> glyphs = glyphs(print(letter(1, name, address)));
        assertThat(glyphs.stream().filter(glyph -> glyph.getYDirAdj() < Paper.points(60)))
                .isNotEmpty()
                .allSatisfy(glyph -> assertThat(glyph.getFontSizeInPt()).isLessThanOrEqualTo(14));
        assertThatThrownBy(() -> print(letter(1, name, address.repeat(5)))).hasMessage("宛名：長すぎて封筒の窓に収まりません");
    }

    @Test
    void aLongNameInTheTextIsSetSmallerRatherThanBrokenDifferently() throws Exception {
        List<String> pages = pages(print(letter(1, "例示".repeat(30), "東京都架空区1")));
        assertThat(pages.get(0)).contains("例示".repeat(30) + "　様");
    }

    @Test
    void theSameLettersGiveTheSameBytes() throws IOException {
        Letter[] letters = {letter(1, "見本 吉子", "東京都架空区1"), letter(2, "髙橋 﨑", "東京都架空区2")};
        assertThat(print(letters)).isEqualTo(print(letters));
    }

    @Test
    void anotherThousandLettersAddNoMoreThanThemselves() throws IOException {
        assertThat(print(many(1000)).length - print(many(500)).length).isLessThan(500 * 900);
    }

    private static Letter[] many(int number) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            letters.add(letter(i, "見本 吉子", "東京都架空区見本町1-" + i));
        }
        return letters.toArray(Letter[]::new);
    }

    static byte[] print(Letter... letters) throws IOException {
        try (LetterFile file = LetterFile.begin(HEAD)) {
            for (Letter letter : letters) {
                file.add(letter);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static List<TextPosition> glyphs(byte[] pdf) throws IOException {
        List<TextPosition> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    glyphs.add(at);
                }
            }.getText(document);
        }
        return glyphs;
    }
}
