package org.teishutsu.notify.genuine;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells callers apart by their network address, and limits each. Addresses are kept in memory only. */
@Singleton
class Callers {

    /** An attacker with more addresses than this gets no more than each of them may. */
    private static final int MOST_CALLERS = 100_000;

    private static final int NETWORK_BYTES = 8;

    /** What may be handed to the resolver without its asking anybody: an address in digits. */
    private static final Pattern DIGITS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    private final GenuineConfig config;
    private final CallerLimit limit;

    Callers(GenuineConfig config) {
        this.config = config;
        this.limit = new CallerLimit(config.callsPerMinute(), MOST_CALLERS, System::nanoTime);
    }

    /** In how many seconds the caller may try again; empty if he is let through. */
    OptionalLong refusal(HttpServerRequest request) {
        @Nullable String told = config.callerHeader().map(request::getHeader).orElse(null);
        return limit.refusal(told == null ? network(request.remoteAddress().hostAddress()) : network(lastOf(told)));
    }

    /** The entry that the proxy in front has added; those before it were told by the caller himself. */
    static String lastOf(String header) {
        return header.substring(header.lastIndexOf(',') + 1).strip();
    }

    /** Whoever has an IPv6 address has 2<sup>64</sup> of them: the network counts. */
    static String network(@Nullable String address) {
        if (address == null || !DIGITS.matcher(address).matches()) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            return HexFormat.of()
                    .formatHex(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (UnknownHostException notAnAddress) {
            return "unknown";
        }
    }
}
