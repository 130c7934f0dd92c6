package org.teishutsu.report.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.common.problem.ProblemException;

/** Who may be called, and how the call is signed. */
class CallbackTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void privateAndSpecialAddressesAreNotPublic(String address) throws UnknownHostException {
        assertThat(CallbackTarget.isPublic(InetAddress.getByName(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        CallbackTarget target = CallbackTarget.of("https://" + host + "/hook", Set.of());
        assertThatThrownBy(() -> target.resolve(Set.of(), false)).isInstanceOf(RefusedTargetException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111"})
    void otherAddressesAre(String address) throws UnknownHostException {
        assertThat(CallbackTarget.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/hook",
                "ftp://bank.example/",
                "https://user:secret@bank.example/",
                "https://bank.example/#a",
                "https:///hook",
                "mailto:a@bank.example",
                "not an address"
            })
    void whatIsNoPlainHttpsAddressIsRefused(String url) {
        assertThatThrownBy(() -> CallbackTarget.of(url, Set.of())).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAllowedHostMayBePrivateAndInADrillOnlyThisMachineIsCalled() {
        CallbackTarget local = CallbackTarget.of("http://localhost:8080/hook?a=b", Set.of("localhost"));
        assertThat(local.resolve(Set.of("localhost"), true).isLoopbackAddress()).isTrue();
        assertThat(local.pathAndQuery()).isEqualTo("/hook?a=b");
        CallbackTarget outside = CallbackTarget.of("https://1.1.1.1", Set.of());
        assertThat(outside.resolve(Set.of(), false).getHostAddress()).isEqualTo("1.1.1.1");
        assertThatThrownBy(() -> outside.resolve(Set.of(), true)).hasMessageContaining("drill");
    }

    @Test
    void aSignatureCanBeCheckedWithNothingButTheSecret() {
        // printf '1500000000.{"a":1}' | openssl dgst -sha256 -hmac secret
        assertThat(CallbackSignature.sign("secret", 1_500_000_000L, "{\"a\":1}"))
                .isEqualTo("v1=9b122666c0d5c14c39667bf533010c2de24e6f5853f2ec835100c80e98b00e2c");
        String one = CallbackSignature.secret("key", new UUID(0, 1));
        assertThat(one).hasSize(64).isNotEqualTo(CallbackSignature.secret("key", new UUID(0, 2)));
    }
}
