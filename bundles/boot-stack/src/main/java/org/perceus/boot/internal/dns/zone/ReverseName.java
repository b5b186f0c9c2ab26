package org.perceus.boot.internal.dns.zone;

import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;

/**
 * A name in {@code in-addr.arpa} (RFC 1035 section 3.5).
 *
 * @param range the addresses of which it speaks
 * @param octets how many octets they have in common, 0 to 4
 * @param beneath whether it is below the name of that range, and so that of none
 */
record ReverseName(Subnet range, int octets, boolean beneath) {
    private static final Name ZONE = Records.name("in-addr.arpa");
    private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final int MOST = 4;

    static Optional<ReverseName> of(Name name) {
        if (!name.subdomain(ZONE)) {
            return Optional.empty();
        }
        int labels = name.labels() - ZONE.labels();
        int base = 0;
        int octets = 0;
        while (octets < Math.min(MOST, labels)) {
            int octet = octet(name.getLabelString(labels - 1 - octets));
            if (octet < 0) {
                break;
            }
            base |= octet << Byte.SIZE * (MOST - 1 - octets);
            octets++;
        }
        return Optional.of(new ReverseName(new Subnet(base, Byte.SIZE * octets), octets, octets < labels));
    }

    private static int octet(String label) {
        int value = OCTET.matcher(label).matches() ? Integer.parseInt(label) : -1;
        return value <= 0xff ? value : -1;
    }

    boolean isAddress() {
        return octets == MOST && !beneath;
    }

    /** The name of the range of so many octets that this is in. */
    static Name zone(Name name, int octets) {
        return new Name(name, name.labels() - ZONE.labels() - octets);
    }
}
