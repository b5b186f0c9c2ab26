package org.perceus.provisioning.spi.network;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;

/** The smallest things that stand in an entry; each is refused with what would be right. */
final class Words {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,14}");
    /** Loopback, and what stands for all interfaces in the parameters of Linux. */
    private static final Set<String> TAKEN = Set.of("lo", "all", "default");

    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern NETWORK = Pattern.compile("([0-9.]{7,15})/([0-9]{1,2})(\\+host|\\+number)?");

    private Words() {}

    static String name(String text) throws ProvisioningException {
        if (!NAME.matcher(text).matches() || TAKEN.contains(text)) {
            throw new ProvisioningException(
                    "'" + text
                            + "' is no name of an interface: use a letter, and at most 14 letters, digits, dots, hyphens and underscores behind it");
        }
        return text;
    }

    static String mac(String text) throws ProvisioningException {
        String mac = text.toLowerCase(Locale.ROOT).replace('-', ':');
        boolean forMany = mac.length() > 1 && (Character.digit(mac.charAt(1), 16) & 1) == 1;
        if (!MAC.matcher(mac).matches() || forMany || mac.equals("00:00:00:00:00:00")) {
            throw new ProvisioningException(
                    "'" + text + "' is no MAC address of a card: use one such as 52:54:00:12:34:56");
        }
        return mac;
    }

    static int number(String what, String text, int least, int most) throws ProvisioningException {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new ProvisioningException(
                    "'" + text + "' is no " + what + ": use a number from " + least + " to " + most);
        }
        return number;
    }

    static BondMode mode(String text) throws ProvisioningException {
        return BondMode.of(text)
                .orElseThrow(() -> new ProvisioningException(
                        "'" + text + "' is no mode of a bond: use one of " + String.join(", ", BondMode.words())));
    }

    /** An address that a machine can have. */
    static String unicast(String text) throws ProvisioningException {
        return Ipv4.read(text)
                .filter(Ipv4::isUnicast)
                .map(Ipv4::toString)
                .orElseThrow(() -> new ProvisioningException(
                        "'" + text + "' is no IPv4 address of a machine: use one such as 10.20.0.1"));
    }

    /** {@code 10.20.0.5/24}, {@code 10.20.0.0/16+host} or {@code 10.20.0.0/16+number}. */
    static InterfaceAddress address(String text) throws ProvisioningException {
        Matcher found = NETWORK.matcher(text);
        if (!found.matches()) {
            throw new ProvisioningException(
                    "'" + text
                            + "' is no address: use one such as 10.20.0.5/24, or 10.20.0.0/16+host for one that follows the node's own");
        }
        Follows follows = found.group(3) == null
                ? Follows.NOTHING
                : Follows.valueOf(found.group(3).substring(1).toUpperCase(Locale.ROOT));
        return address(found.group(1), number("length of a prefix", found.group(2), 1, 32), follows);
    }

    static InterfaceAddress address(String base, int prefixLength, Follows follows) throws ProvisioningException {
        Ipv4 address = Ipv4.read(unicast(base)).orElseThrow();
        if (follows == Follows.NOTHING && address.isReservedIn(prefixLength)) {
            throw new ProvisioningException(base + " stands for the network " + base + "/" + prefixLength
                    + " or all of it: use an address between the first and the last of it");
        }
        if (follows == Follows.HOST && address.host(prefixLength) != 0) {
            throw new ProvisioningException(
                    base + "/" + prefixLength + " is no network: use its first address in front of +host");
        }
        return new InterfaceAddress(base, prefixLength, follows);
    }

    /** {@code default}, or a network such as {@code 10.30.0.0/16}. */
    static String destination(String text) throws ProvisioningException {
        if (text.equals("default") || text.equals(Route.EVERYTHING)) {
            return Route.EVERYTHING;
        }
        Matcher found = NETWORK.matcher(text);
        if (!found.matches() || found.group(3) != null) {
            throw new ProvisioningException("'" + text + "' is no network: use one such as 10.30.0.0/16, or default");
        }
        int prefixLength = number("length of a prefix", found.group(2), 1, 32);
        if (Ipv4.read(unicast(found.group(1))).orElseThrow().host(prefixLength) != 0) {
            throw new ProvisioningException("'" + text + "' is no network: use its first address");
        }
        return text;
    }
}
