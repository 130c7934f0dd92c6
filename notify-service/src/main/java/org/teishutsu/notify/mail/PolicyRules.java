package org.teishutsu.notify.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a refusal of ourselves (policy, reputation) from one of the recipient. RFC 3463, 3.8: X.7.X is security or
 * policy. Servers without enhanced status are told by their words, by rules kept as data.
 */
final class PolicyRules {

    private static final String DATA = "policy-refusals.txt";
    private static final Pattern ENHANCED = Pattern.compile("^5\\d\\d[ -]5\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final String UNDEFINED = "0";
    private static final String SECURITY_OR_POLICY = "7";

    private record Rule(int code, Pattern words) {}

    private final List<Rule> rules;

    private PolicyRules(List<Rule> rules) {
        this.rules = rules;
    }

    static PolicyRules load() {
        try (InputStream data = PolicyRules.class.getResourceAsStream(DATA)) {
            if (data == null) {
                throw new IllegalStateException(DATA + " is missing");
            }
            return parse(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyRules parse(String data) {
        List<Rule> rules = new ArrayList<>();
        data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int code = Integer.parseInt(line.substring(0, 3));
            rules.add(new Rule(code, Pattern.compile(line.substring(4), Pattern.CASE_INSENSITIVE)));
        });
        return new PolicyRules(rules);
    }

    /** Whether a final refusal says nothing of the recipient's address. */
    boolean isAboutUs(int code, String answer) {
        Matcher enhanced = ENHANCED.matcher(answer);
        if (enhanced.find() && !enhanced.group(1).equals(UNDEFINED)) {
            return enhanced.group(1).equals(SECURITY_OR_POLICY);
        }
        return rules.stream()
                .anyMatch(rule ->
                        rule.code() == code && rule.words().matcher(answer).find());
    }
}
