package org.teishutsu.notify.genuine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenuinePageTest {

    private static final List<GenuineMessage> SENT =
            List.of(new GenuineMessage(LocalDate.of(2017, 8, 1), "<b>お知らせ & \"確認\"</b>"));

    @Test
    void showsDateAndSubjectAndWhatIsNeverAsked() {
        assertThat(GenuinePage.of(SENT, false))
                .contains("2017年8月1日", "&lt;b&gt;お知らせ &amp; &quot;確認&quot;&lt;/b&gt;", "決してありません")
                .contains("<html lang=\"ja\">")
                .doesNotContain("訓練", "<script", "href", "<b>");
    }

    @Test
    void unknownNumberIsSaidToBeUnknown() {
        assertThat(GenuinePage.unknown(false)).contains("確認できませんでした", "決してありません");
    }

    @Test
    void neitherARevokedNumberNorTooManyQuestionsConfirmAnything() {
        assertThat(GenuinePage.revoked(false))
                .contains("現在は有効ではありません", "決してありません")
                .doesNotContain("送信日", "href");
        assertThat(GenuinePage.tooMany(false)).contains("しばらくたってから").doesNotContain("送信日", "href");
    }

    @Test
    void drillIsMarked() {
        List<GenuineMessage> marked = SENT.stream().map(GenuineMessage::marked).toList();
        assertThat(GenuinePage.of(marked, true)).containsOnlyOnce("【訓練】&lt;b&gt;お知らせ");
        assertThat(GenuinePage.unknown(true)).contains("訓練");
    }
}
