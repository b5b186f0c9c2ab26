package org.perceus.boot.internal.dhcp;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The lengths that RFC 2132 and RFC 4578 prescribe for the options that are looked into. */
final class OptionRules {
    private static final Map<OptionCode, IntPredicate> LENGTHS = Map.of(
            OptionCode.MESSAGE_TYPE, length -> length == 1,
            OptionCode.REQUESTED_ADDRESS, length -> length == 4,
            OptionCode.SERVER_ID, length -> length == 4,
            OptionCode.MAX_SIZE, length -> length == 2,
            OptionCode.ARCHITECTURE, length -> length >= 2 && length % 2 == 0);

    private OptionRules() {}

    /** The first option whose length is wrong, as a reason. */
    static Optional<String> fault(DhcpOptions options) {
        for (Map.Entry<OptionCode, Octets> option : options.all().entrySet()) {
            IntPredicate rule = LENGTHS.get(option.getKey());
            int length = option.getValue().length();
            if (rule != null && !rule.test(length)) {
                return Optional.of("option " + option.getKey().value() + " has " + length + " octets");
            }
        }
        return Optional.empty();
    }
}
