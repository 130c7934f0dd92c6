package org.teishutsu.notify.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InquiryNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(20170731);

    @Test
    void isWrittenAsTwoGroupsOfFive() {
        assertThat(next().text()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    }

    @Test
    void isReadBackHoweverItIsTyped() {
        for (int i = 0; i < 1000; i++) {
            InquiryNumber number = next();
            String typed = " " + number.text().replace("-", " ").toLowerCase(Locale.ROOT) + " ";
            assertThat(InquiryNumber.parse(typed)).contains(number);
            assertThat(InquiryNumber.parse(number.text().replace('1', 'l').replace('0', 'O')))
                    .contains(number);
        }
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        for (int n = 0; n < 100; n++) {
            String symbols = next().text().replace("-", "");
            for (int place = 0; place < symbols.length(); place++) {
                for (char c : ALPHABET.toCharArray()) {
                    if (c != symbols.charAt(place)) {
                        String wrong = symbols.substring(0, place) + c + symbols.substring(place + 1);
                        assertThat(InquiryNumber.parse(wrong)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void everyExchangeOfTwoCharactersIsNoticed() {
        for (int n = 0; n < 1000; n++) {
            char[] symbols = next().text().replace("-", "").toCharArray();
            int one = random.nextInt(symbols.length);
            int other = random.nextInt(symbols.length);
            if (symbols[one] != symbols[other]) {
                char kept = symbols[one];
                symbols[one] = symbols[other];
                symbols[other] = kept;
                assertThat(InquiryNumber.parse(new String(symbols))).isEmpty();
            }
        }
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(InquiryNumber.parse("")).isEmpty();
        assertThat(InquiryNumber.parse("0000-0000")).isEmpty();
        assertThat(InquiryNumber.parse("UUUUU-UUUUU")).isEmpty();
        assertThat(InquiryNumber.parse(next().text() + "0")).isEmpty();
    }

    @Test
    void hardlyEverRepeats() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(next().text());
        }
        // Birthday bound for 45 bits: 0.00014 expected pairs.
        assertThat(seen).hasSizeGreaterThan(99_998);
    }

    @Test
    void doesNotPrintItself() {
        InquiryNumber number = next();
        assertThat(number.toString()).doesNotContain(number.text());
    }

    private InquiryNumber next() {
        return InquiryNumber.random(random);
    }
}
