package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "hanako@example.jp, hanako@example.jp",
                "'  hanako@example.jp ', hanako@example.jp",
                "a.b+c@Example.JP, a.b+c@example.jp",
                "taro..y@docomo.example, '\"taro..y\"@docomo.example'",
                "taro.@ezweb.example, '\"taro.\"@ezweb.example'",
                "'\"taro..y\"@docomo.example', '\"taro..y\"@docomo.example'",
                "hanako@例え.example, hanako@xn--r8jz45g.example",
            })
    void goesOverTheWire(String written, String wire) {
        assertThat(EmailAddress.parse(written)).map(EmailAddress::wire).contains(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hanako",
                "@example.jp",
                "hanako@",
                "hanako@example..jp",
                "ha nako@example.jp",
                "hanako@example.jp\r\nBcc: x@example.jp",
                "hanako\r\n@example.jp",
                "花子@example.jp",
                "hanako@exa>mple.jp",
            })
    void whatNoServerCouldBeToldIsNoAddress(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }

    @Test
    void doesNotShowItself() {
        assertThat(EmailAddress.parse("hanako@example.jp").orElseThrow().toString())
                .doesNotContain("hanako");
    }
}
