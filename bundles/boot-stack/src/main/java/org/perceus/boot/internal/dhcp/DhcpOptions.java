package org.perceus.boot.internal.dhcp;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.address.Ipv4Address;

/** The options of a DHCP message in their order, each code once (RFC 3396 joins the parts). Immutable. */
final class DhcpOptions {
    private final Map<OptionCode, Octets> values;

    private DhcpOptions(Map<OptionCode, Octets> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    static Builder builder() {
        return new Builder();
    }

    Map<OptionCode, Octets> all() {
        return values;
    }

    boolean has(OptionCode code) {
        return values.containsKey(code);
    }

    Optional<Octets> get(OptionCode code) {
        return Optional.ofNullable(values.get(code));
    }

    /** The option's text up to a NUL; empty when the option is missing or says nothing. */
    Optional<String> text(OptionCode code) {
        return get(code).map(Octets::text).filter(text -> !text.isEmpty());
    }

    Optional<Ipv4Address> address(OptionCode code) {
        return get(code)
                .filter(value -> value.length() == Ipv4Address.LENGTH)
                .map(value -> Ipv4Address.of(value.toArray()));
    }

    OptionalInt int16(OptionCode code) {
        Octets value = values.get(code);
        return value == null || value.length() != 2 ? OptionalInt.empty() : OptionalInt.of(value.int16At(0));
    }

    Optional<MessageType> messageType() {
        return get(OptionCode.MESSAGE_TYPE)
                .filter(value -> value.length() == 1)
                .map(value -> new MessageType(value.at(0)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DhcpOptions options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects options in order. */
    static final class Builder {
        private final Map<OptionCode, Octets> values = new LinkedHashMap<>();

        /** Adds an option, or more of an option that is there (RFC 3396 section 7). */
        Builder append(OptionCode code, Octets value) {
            values.merge(code, value, Octets::and);
            return this;
        }

        Builder put(OptionCode code, Octets value) {
            values.put(code, value);
            return this;
        }

        Builder put(OptionCode code, Ipv4Address value) {
            return put(code, Octets.copy(value.octets()));
        }

        Builder put(OptionCode code, Collection<Ipv4Address> addresses) {
            addresses.forEach(address -> append(code, Octets.copy(address.octets())));
            return this;
        }

        Builder put(OptionCode code, String text) {
            return text.isEmpty() ? this : put(code, Octets.ascii(text));
        }

        DhcpOptions build() {
            return new DhcpOptions(new LinkedHashMap<>(values));
        }
    }
}
