package org.perceus.boot.internal.dhcp;

import java.util.Map;
import java.util.Optional;

/**
 * The lengths that RFC 2132 and RFC 4578 prescribe for the options that are looked into. What has another one costs its sender
 * no more than the option: what is too long counts by its beginning, which also is what to do about an option that somebody
 * sends twice, and what is too short is left out.
 */
final class OptionRules {
    private static final Map<OptionCode, Integer> LENGTHS = Map.of(
            OptionCode.MESSAGE_TYPE, 1,
            OptionCode.REQUESTED_ADDRESS, 4,
            OptionCode.SERVER_ID, 4,
            OptionCode.MAX_SIZE, 2);

    private OptionRules() {}

    /** How long the value of an option is to be that has some length. */
    private static int right(OptionCode code, int length) {
        return code.equals(OptionCode.ARCHITECTURE) ? length / 2 * 2 : LENGTHS.getOrDefault(code, length);
    }

    /** Options of which one is broken, each of a length that it may have. */
    static DhcpOptions mended(DhcpOptions options) {
        DhcpOptions.Builder right = DhcpOptions.builder();
        options.all().forEach((code, value) -> {
            int length = right(code, value.length());
            if (!isBroken(code, value.length())) {
                right.put(code, value);
            } else if (length > 0 && length < value.length()) {
                right.put(code, value.first(length));
            }
        });
        return right.build();
    }

    /** The first option whose length is wrong, as a sentence. */
    static Optional<String> broken(DhcpOptions options) {
        return options.all().entrySet().stream()
                .filter(option -> isBroken(option.getKey(), option.getValue().length()))
                .findFirst()
                .map(option -> "option " + option.getKey().value() + " has "
                        + option.getValue().length() + " octets");
    }

    private static boolean isBroken(OptionCode code, int length) {
        return right(code, length) != length || (code.equals(OptionCode.ARCHITECTURE) && length == 0);
    }
}
