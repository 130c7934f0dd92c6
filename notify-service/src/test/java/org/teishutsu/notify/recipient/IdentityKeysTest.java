package org.teishutsu.notify.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {

    @Test
    void variantsOfACharacterStayDifferentPeople() {
        assertThat(IdentityKeys.ofName("髙橋一郎")).isNotEqualTo(IdentityKeys.ofName("高橋一郎"));
        assertThat(IdentityKeys.ofName("山﨑")).isNotEqualTo(IdentityKeys.ofName("山崎"));
        assertThat(IdentityKeys.ofName("𠮷田")).isNotEqualTo(IdentityKeys.ofName("吉田"));
        assertThat(IdentityKeys.ofName("濵田")).isNotEqualTo(IdentityKeys.ofName("浜田"));
    }

    @Test
    void widthCaseAndBlanksDoNotMakeAnotherParty() {
        assertThat(IdentityKeys.ofName("㈱サンプル　商事")).isEqualTo(IdentityKeys.ofName("(株)ｻﾝﾌﾟﾙ商事"));
        assertThat(IdentityKeys.ofName("ＡＢＣ Trading")).isEqualTo(IdentityKeys.ofName("abc trading"));
        assertThat(IdentityKeys.ofName("山田　太郎")).isEqualTo(IdentityKeys.ofName("山田太郎"));
    }

    @Test
    void customerNumbersDifferByNeitherWidthNorCaseNorHyphen() {
        for (String written : List.of("c-001", "Ｃ−００１", "Ｃ－００１", "C\u2010001", "C\u2212001", "C\u2011001")) {
            assertThat(IdentityKeys.ofCustomerNumber(written)).isEqualTo(IdentityKeys.ofCustomerNumber("C-001"));
        }
        assertThat(IdentityKeys.ofCustomerNumber("C001")).isNotEqualTo(IdentityKeys.ofCustomerNumber("C-001"));
        assertThat(IdentityKeys.ofCustomerNumber("C-0001")).isNotEqualTo(IdentityKeys.ofCustomerNumber("C-001"));
    }

    @Test
    void addressesDifferByTheirDots() {
        assertThat(IdentityKeys.ofEmail("Taro@Example.JP")).isEqualTo("taro@example.jp");
        assertThat(IdentityKeys.ofEmail("taro..y.@docomo.example"))
                .isNotEqualTo(IdentityKeys.ofEmail("taro.y@docomo.example"));
    }

    @Test
    void emailAndNameTogetherMakeTheParty() {
        assertThat(ofParty("a@example.jp", "山田 花子"))
                .isEqualTo(ofParty("A@EXAMPLE.JP", "山田花子"))
                .isNotEqualTo(ofParty("a@example.jp", "山田 太郎"));
    }

    @Test
    void postalCodesDifferByTheirDigitsOnly() {
        assertThat(IdentityKeys.ofPostalCode("100-0001")).isEqualTo(IdentityKeys.ofPostalCode("１０００００１"));
    }

    private static String ofParty(String email, String name) {
        return IdentityKeys.together(IdentityKeys.ofEmail(email), IdentityKeys.ofName(name));
    }
}
