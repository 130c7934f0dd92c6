package org.teishutsu.notify.genuine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void whatTheProxyHasAddedCountsAndNotWhatTheCallerSays() {
        assertThat(Callers.lastOf("10.0.0.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(Callers.lastOf("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void aWholeNetworkIsOneCaller() {
        assertThat(Callers.network("2001:db8:1:2::1")).isEqualTo(Callers.network("2001:db8:1:2:ffff::9"));
        assertThat(Callers.network("2001:db8:1:2::1")).isNotEqualTo(Callers.network("2001:db8:1:3::1"));
        assertThat(Callers.network("203.0.113.9")).isNotEqualTo(Callers.network("203.0.113.10"));
        assertThat(Callers.network("::ffff:203.0.113.9")).isEqualTo(Callers.network("203.0.113.9"));
    }

    @Test
    void whatIsNoAddressIsOneCallerAndIsNotAskedFor() {
        for (String odd : new String[] {"", "localhost", "a.example", "999.1.1.1", "' or 1=1", "::::"}) {
            assertThat(Callers.network(odd)).isEqualTo("unknown");
        }
        assertThat(Callers.network(null)).isEqualTo("unknown");
    }
}
