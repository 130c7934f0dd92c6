package org.teishutsu.notify.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs messages that are written already (RFC 6376, for Ed25519 RFC 8463), so that they are not taken apart and encoded
 * anew. Relaxed canonicalization: what relays do to blanks does no harm.
 */
final class DkimSigner {

    private static final List<String> SIGNED = List.of(
            "date",
            "from",
            "to",
            "message-id",
            "subject",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-language",
            "auto-submitted");
    /** Named once more than they occur: nobody can add a second one (RFC 6376, 8.15). */
    private static final List<String> NO_MORE_OF = List.of("from", "to", "subject", "date");

    private static final String FIELDS =
            Stream.concat(SIGNED.stream(), NO_MORE_OF.stream()).collect(Collectors.joining(":"));
    /** RFC 8301, 3.2. */
    private static final int LEAST_RSA_BITS = 1024;

    private static final int B_WIDTH = 72;

    private final PrivateKey key;
    private final String tags;

    DkimSigner(PrivateKey key, String domain, String selector) {
        this.key = key;
        boolean rsa = key instanceof RSAPrivateKey;
        if (rsa && ((RSAPrivateKey) key).getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new IllegalArgumentException("mail.dkim.key-file: an RSA key of less than 1024 bits signs nothing");
        }
        this.tags = "v=1; a=" + (rsa ? "rsa" : "ed25519") + "-sha256; c=relaxed/relaxed;\r\n d=" + domain + "; s="
                + selector + ";\r\n h="
                + FIELDS.replaceAll(":(?=mime-version|content-transfer|from:to:subject:date$)", ":\r\n ") + ";\r\n";
    }

    /** The signer that is configured, if there is one. */
    static Optional<DkimSigner> of(MailConfig.Dkim config) {
        if (config.domain().isEmpty()
                && config.selector().isEmpty()
                && config.keyFile().isEmpty()) {
            return Optional.empty();
        }
        if (config.domain().isEmpty()
                || config.selector().isEmpty()
                || config.keyFile().isEmpty()) {
            throw new IllegalArgumentException("mail.dkim needs domain, selector and key-file, or none of them");
        }
        PrivateKey key = read(config.keyFile().get());
        return Optional.of(
                new DkimSigner(key, config.domain().get(), config.selector().get()));
    }

    private static PrivateKey read(Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
                throw new IllegalArgumentException("mail.dkim.key-file: " + file
                        + " is no PKCS#8 key in PEM; `openssl pkcs8 -topk8 -nocrypt` makes one of what is not");
            }
            return key(Base64.getMimeDecoder()
                    .decode(pem.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----.*", "")));
        } catch (IOException e) {
            throw new IllegalArgumentException("mail.dkim.key-file: " + file + " cannot be read", e);
        }
    }

    private static PrivateKey key(byte[] encoded) {
        for (String algorithm : List.of("RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                // The next algorithm.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalArgumentException("mail.dkim.key-file holds neither an RSA nor an Ed25519 key");
    }

    /**
     * The header to set before a message.
     *
     * @param headers with their line ends
     * @param body with its line ends, the last one included
     */
    String sign(String headers, byte[] body) {
        Map<String, String> present = relaxed(headers);
        StringBuilder signed = new StringBuilder();
        for (String name : SIGNED) {
            String value = present.get(name);
            if (value != null) {
                signed.append(name).append(':').append(value).append("\r\n");
            }
        }
        String unsigned = "DKIM-Signature: " + tags + " bh="
                + Base64.getEncoder().encodeToString(sha256(relaxedBody(body))) + ";\r\n b=";
        relaxed(unsigned + "\r\n")
                .forEach((name, value) -> signed.append(name).append(':').append(value));
        String signature =
                Base64.getEncoder().encodeToString(sign(signed.toString().getBytes(StandardCharsets.US_ASCII)));
        return unsigned + signature.replaceAll("(.{" + B_WIDTH + "})(?=.)", "$1\r\n ") + "\r\n";
    }

    private byte[] sign(byte[] text) {
        try {
            boolean rsa = key instanceof RSAPrivateKey;
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            // RFC 8463, 3: Ed25519 signs the hash.
            signature.update(rsa ? text : sha256(text));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6376, 3.4.2: name in lower case, unfolded, blanks in a row are one, none around. */
    static Map<String, String> relaxed(String headers) {
        Map<String, String> relaxed = new LinkedHashMap<>();
        for (String header : headers.replaceAll("\r\n(?=[ \t])", "").split("\r\n", -1)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                relaxed.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).replaceAll("[ \t]+", " ").strip());
            }
        }
        return relaxed;
    }

    /** RFC 6376, 3.4.4: blanks in a row are one, none before a line's end, no empty lines at the end. */
    static byte[] relaxedBody(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1)
                .replaceAll("[ \t]+", " ")
                .replace(" \r\n", "\r\n")
                .replaceAll("(?:\r\n)+\\z", "");
        return (text.isEmpty() ? "" : text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
