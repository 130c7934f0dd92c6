package org.teishutsu.report.restriction;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/**
 * Where a callback goes. Its name is looked up once for each call, every address it has must be a public one, and the call
 * goes to the very address that was looked at: a name that answers differently a moment later gains nothing.
 */
record CallbackTarget(URI url) {

    /** Refuses an address that no callback may have; the name is looked up only when it is called. */
    static CallbackTarget of(String text, Set<String> allowedHosts) {
        URI url = parse(text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw ProblemException.invalid("url", "must have a host, and neither user nor fragment");
        }
        CallbackTarget target = new CallbackTarget(url);
        boolean allowed = allowedHosts.contains(target.host());
        if (!scheme.equals("https") && !(allowed && scheme.equals("http"))) {
            throw ProblemException.invalid("url", "must be https");
        }
        return target;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ProblemException.invalid("url", "is no address of a page");
        }
    }

    String host() {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() >= 0 ? url.getPort() : tls() ? 443 : 80;
    }

    /** Path and query. */
    String pathAndQuery() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /**
     * The address to call now.
     *
     * @param drill then only this machine may be called, if it is allowed
     * @throws RefusedTargetException for one that is private and not allowed, or of no name
     */
    InetAddress resolve(Set<String> allowedHosts, boolean drill) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host());
        } catch (UnknownHostException e) {
            throw new RefusedTargetException("its name has no address");
        }
        for (InetAddress each : found) {
            if (drill && !each.isLoopbackAddress()) {
                throw new RefusedTargetException("in a drill only this machine is called");
            }
            if (!allowedHosts.contains(host()) && !isPublic(each)) {
                throw new RefusedTargetException("its address is private");
            }
        }
        return found[0];
    }

    /** Whether an address is one of the internet's, and none of a network's own (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        if (address instanceof Inet4Address) {
            return isPublicV4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
        }
        boolean global = (bytes[0] & 0xE0) == 0x20; // 2000::/3
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02; // 2002::/16 carries an IPv4 address
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && (bytes[3] & 0xFF) == 0xB8;
        return global && !sixToFour && !teredo && !documentation;
    }

    private static boolean isPublicV4(int first, int second, int third) {
        boolean thisNetwork = first == 0;
        boolean shared = first == 100 && (second & 0xC0) == 64; // 100.64/10
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second & 0xFE) == 18;
        boolean documentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return !thisNetwork && !shared && !protocol && !benchmark && !documentation && first < 240;
    }
}
