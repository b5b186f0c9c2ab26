package org.perceus.shell.internal.dhcp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** DHCP servers whose configuration can be written. */
public enum Dialect {
    /** Kea of ISC, by members of its object Dhcp4. */
    KEA(KeaLines::of),
    /** ISC dhcpd. */
    DHCPD(DhcpdLines::of),
    /** dnsmasq. */
    DNSMASQ(DnsmasqLines::of);

    private final Function<ExternalServer, List<String>> form;

    Dialect(Function<ExternalServer, List<String>> form) {
        this.form = form;
    }

    /** The lines that have it send machines here. */
    public List<String> lines(ExternalServer server) {
        return form.apply(server);
    }

    /** By its word. */
    public static Optional<Dialect> find(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equals(word))
                .findFirst();
    }

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
