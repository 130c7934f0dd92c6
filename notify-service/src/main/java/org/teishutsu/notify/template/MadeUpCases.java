package org.teishutsu.notify.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.notify.letter.AddressPlace;
import org.teishutsu.notify.letter.Letter;
import org.teishutsu.notify.letter.LetterFile;

/** A text as it comes out in the worst cases; everybody and everything in it is made up. */
final class MadeUpCases {
    private static final LocalDate DAY = LocalDate.of(2000, 12, 31);
    private static final String NUMBER = "00000-00000";
    private static final String ADDRESS = "例示県見本市架空区大字例示字見本一丁目２番３号";
    private static final List<String> CODES = List.of(
            "NAME",
            "EMAIL",
            "PHONE",
            "MOBILE_PHONE",
            "ADDRESS",
            "BIRTH_DATE",
            "BANK_ACCOUNT",
            "VIRTUAL_ACCOUNT",
            "LOGIN_ID",
            "FIRST_LOGIN_PASSWORD",
            "PASSWORD",
            "IDENTITY_DOCUMENT");
    private static final MessageData.Firm FIRM = new MessageData.Firm(
            "例示ホールディングス見本証券株式会社",
            "例示県見本市架空区大字例示一丁目２番３号　見本ビルディング",
            "代表取締役社長執行役員",
            "例示　見本之介",
            "お客様情報漏えい対応臨時お問い合わせ窓口",
            "0000-000-000",
            "平日９時から２１時まで、土曜日・日曜日・祝日９時から１７時まで");

    private MadeUpCases() {}

    /**
     * A case as it is shown.
     *
     * @param pages of the letter; null for an e-mail
     */
    record Shown(
            WorstCase worstCase,
            String subject,
            String body,
            @Nullable Integer pages) {}

    static List<Shown> show(TemplateChannel channel, TemplatePurpose purpose, MessageText text) {
        List<Shown> shown = new ArrayList<>();
        try (LetterFile file = LetterFile.begin(head())) {
            for (WorstCase worstCase : WorstCase.values()) {
                Integer pages = channel == TemplateChannel.LETTER
                        ? file.add(letter(shown.size() + 1, worstCase, purpose, text))
                        : null;
                shown.add(new Shown(worstCase, text.subject(), text.body(data(worstCase, purpose)), pages));
            }
        }
        return shown;
    }

    static byte[] letters(TemplatePurpose purpose, MessageText text) {
        try (LetterFile file = LetterFile.begin(head())) {
            int sequence = 0;
            for (WorstCase worstCase : WorstCase.values()) {
                file.add(letter(++sequence, worstCase, purpose, text));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LetterFile.Head head() {
        return new LetterFile.Head(new UUID(0, 0), Instant.EPOCH, true, AddressPlace.USUAL);
    }

    private static Letter letter(int sequence, WorstCase worstCase, TemplatePurpose purpose, MessageText text) {
        String address = worstCase == WorstCase.LONGEST_ADDRESS ? (ADDRESS + "　見本レジデンス").repeat(3) : ADDRESS;
        MessageData data = data(worstCase, purpose);
        return new Letter(
                sequence,
                "000-0000",
                address,
                data.recipient().name(),
                data.recipient().honorific(),
                NUMBER,
                text.letter(data));
    }

    private static MessageData data(WorstCase worstCase, TemplatePurpose purpose) {
        int incidents = worstCase == WorstCase.ALL_INCIDENTS ? 2 : 1;
        List<String> codes = worstCase == WorstCase.LONGEST_NAME || worstCase == WorstCase.LONGEST_ADDRESS
                ? CODES.subList(0, 2)
                : CODES;
        boolean longName = worstCase == WorstCase.LONGEST_NAME;
        Set<String> leaked = new TreeSet<>(codes);
        List<MessageData.Incident> holds =
                IntStream.range(0, incidents).mapToObj(i -> incident(i, codes)).toList();
        return new MessageData(
                new MessageData.Addressee(longName ? "一般財団法人例示見本振興会".repeat(4) : "例示　花子", longName, NUMBER),
                DAY,
                FIRM,
                holds,
                leaked,
                "例示".repeat(100),
                "見本".repeat(100),
                purpose == TemplatePurpose.CORRECTION ? correction(holds) : null);
    }

    /** He was told twice, each time of one item too many. */
    private static MessageData.Correction correction(List<MessageData.Incident> holds) {
        List<MessageData.Listed> said = holds.stream()
                .map(incident -> new MessageData.Listed(incident.title(), incident.items()))
                .toList();
        List<MessageData.Listed> wrong = holds.stream()
                .map(incident ->
                        new MessageData.Listed(incident.title(), List.of(new MessageData.Item("例示の誤りの項目", "例示の備考"))))
                .toList();
        List<MessageData.Listed> all =
                Stream.concat(said.stream(), wrong.stream()).toList();
        return new MessageData.Correction(
                List.of(
                        new MessageData.Said(DAY.minusDays(30), Channel.EMAIL, all),
                        new MessageData.Said(DAY.minusDays(10), Channel.LETTER, all)),
                wrong,
                "例示の経過".repeat(30));
    }

    private static MessageData.Incident incident(int index, List<String> codes) {
        return new MessageData.Incident(
                "例示の事案" + (index + 1) + "（当社の見本システムに対する外部からの不正アクセス）",
                DAY,
                DAY.plusYears(1),
                DAY,
                DAY,
                "例示の第三者調査機関",
                "外部からの不正アクセス",
                "例示の経緯".repeat(30),
                codes.stream()
                        .map(code -> new MessageData.Item("例示の項目" + (CODES.indexOf(code) + 1), "例示の備考"))
                        .toList(),
                List.of(new MessageData.NotLeaked("例示の番号", DAY, "")));
    }
}
