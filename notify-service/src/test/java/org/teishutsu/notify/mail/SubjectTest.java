package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "お知らせ",
                "【訓練】大切なお知らせ（サンプルＦＸ株式会社）",
                "髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵髙﨑𠮷濵",
                "a very long subject in plain English that would not fit on one line of a message header",
                "=?UTF-8?B?44GC?= as written",
            })
    void readsBackAsWritten(String subject) throws Exception {
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(Subject.encode(subject))))
                .isEqualTo(subject);
    }

    @Test
    void splitsNoCharacterAndKeepsEveryLineShort() throws CharacterCodingException {
        String folded = Subject.encode("𠮷".repeat(7) + "髙".repeat(90));

        assertThat(("Subject: " + folded).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        for (String word : folded.split("\r\n ")) {
            byte[] bytes = Base64.getDecoder().decode(word.substring(10, word.length() - 2));
            // A strict decoder throws if a word ends inside a character.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.jp", "a\nb", "a\u0000b", "a\u0085b"})
    void cannotEndTheHeader(String subject) {
        assertThatThrownBy(() -> Subject.encode(subject)).hasMessageContaining("one line");
    }
}
