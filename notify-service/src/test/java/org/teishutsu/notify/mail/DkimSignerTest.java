package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are checked by a verifier that was written from the RFCs apart from the signer and knows their example. */
class DkimSignerTest {

    /** RFC 8463, appendix A.3. */
    private static final String EXAMPLE = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """.replace("\n", "\r\n");

    private static final String EXAMPLE_KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    @TempDir
    Path folder;

    private static boolean verifies(String message, PublicKey key) throws GeneralSecurityException {
        int end = message.indexOf("\r\n\r\n");
        List<String> fields = fields(message.substring(0, end));
        String signature = fields.stream()
                .filter(field -> field.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        Map<String, String> tags = tags(signature);
        byte[] bodyHash = DkimSigner.sha256(body(message.substring(end + 4)));
        if (!tags.get("bh").equals(Base64.getEncoder().encodeToString(bodyHash))) {
            return false;
        }
        StringBuilder signed = new StringBuilder();
        List<String> left = new ArrayList<>(fields);
        left.remove(signature);
        for (String name : tags.get("h").split(":", -1)) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name.toLowerCase(Locale.ROOT))) {
                    signed.append(field(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        signed.append(field(signature.replaceAll("b=[A-Za-z0-9+/=\\s]*$", "b=")));
        byte[] text = signed.toString().getBytes(StandardCharsets.US_ASCII);
        Signature check = Signature.getInstance(tags.get("a").startsWith("rsa") ? "SHA256withRSA" : "Ed25519");
        check.initVerify(key);
        check.update(tags.get("a").startsWith("rsa") ? text : DkimSigner.sha256(text));
        return check.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    private static List<String> fields(String head) {
        List<String> fields = new ArrayList<>();
        for (String line : head.split("\r\n", -1)) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + "\r\n" + line);
            } else {
                fields.add(line);
            }
        }
        return fields;
    }

    private static Map<String, String> tags(String signature) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : signature.substring(signature.indexOf(':') + 1).split(";", -1)) {
            String[] parts = tag.split("=", 2);
            tags.put(parts[0].strip(), parts[1].replaceAll("\\s", ""));
        }
        return tags;
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String field(String field) {
        String value = field.substring(field.indexOf(':') + 1).replace("\r\n", "");
        return name(field) + ":"
                + Arrays.stream(value.split("[ \t]+", -1))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static byte[] body(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n", -1)));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines.stream()
                .map(line -> line.replaceAll("[ \t]+", " ").stripTrailing() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PublicKey exampleKey() throws GeneralSecurityException {
        // RFC 8410: what stands before the 32 bytes of an Ed25519 key.
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] bytes = Base64.getDecoder().decode(EXAMPLE_KEY);
        byte[] encoded = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, head.length, bytes.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Test
    void theVerifierKnowsTheExampleOfTheRfc() throws GeneralSecurityException {
        assertThat(verifies(EXAMPLE, exampleKey())).isTrue();
        assertThat(verifies(EXAMPLE.replace("hungry", "angry"), exampleKey())).isFalse();
        assertThat(verifies(EXAMPLE.replace("Is dinner", "Was dinner"), exampleKey()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void whatIsWrittenVerifiesAndNothingCanBeAdded(String algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        DkimSigner signer = DkimSigner.of(new Keys("fx.example", "s2017", file)).orElseThrow();
        MailWriter writer = new MailWriter(
                EmailAddress.parse("no-reply@fx.example").orElseThrow(), "mail.fx.example", UUID::toString, signer);
        String message = new String(
                writer.write(new OutgoingMail(
                        UUID.randomUUID(),
                        EmailAddress.parse("hanako@example.jp").orElseThrow(),
                        "お客様情報に関する大切なお知らせ、その長い題名が一行に収まらないときも",
                        "見本 花子 様\n\n本文\n".repeat(50),
                        Instant.parse("2017-08-01T00:00:00Z").atZone(ZoneId.of("Asia/Tokyo")))),
                StandardCharsets.US_ASCII);

        assertThat(verifies(message, pair.getPublic())).isTrue();
        assertThat(message.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(79));
        assertThat(verifies("Subject: another\r\n" + message, pair.getPublic())).isFalse();
        assertThat(verifies(message.replace("To: <hanako", "To: <taro"), pair.getPublic()))
                .isFalse();
        assertThat(verifies(message.replace("To: <", "To:   <"), pair.getPublic()))
                .isTrue();
    }

    @Test
    void halfAConfigurationAndStrangeKeysAreRefused() throws Exception {
        Path file = folder.resolve("key.pem");
        Files.writeString(file, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> DkimSigner.of(new Keys("fx.example", "s", file)))
                .hasMessageContaining("pkcs8");
        assertThatThrownBy(() -> DkimSigner.of(new Keys("fx.example", "s", null)))
                .hasMessageContaining("needs");
        assertThat(DkimSigner.of(new Keys(null, null, null))).isEmpty();
    }

    private record Keys(String name, String select, Path file) implements MailConfig.Dkim {

        @Override
        public Optional<String> domain() {
            return Optional.ofNullable(name);
        }

        @Override
        public Optional<String> selector() {
            return Optional.ofNullable(select);
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.ofNullable(file);
        }
    }
}
