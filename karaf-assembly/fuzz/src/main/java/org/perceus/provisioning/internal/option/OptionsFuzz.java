package org.perceus.provisioning.internal.option;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.boot.DhcpOption;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;

/** DHCP options as an administrator writes them. */
public final class OptionsFuzz {
    private static final int MOST_OCTETS = 1_000;

    private OptionsFuzz() {}

    /** A text. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new Input(bytes).text();
        Optional<List<DhcpOption>> read = OptionText.FORM.read(text);
        Promise.kept(
                read.isEmpty() == OptionText.FORM.problem(text).isPresent(),
                "what is not read is told, and nothing else");
        read.ifPresent(options -> {
            int octets =
                    options.stream().mapToInt(option -> option.value().length).sum();
            Promise.kept(octets <= MOST_OCTETS, "options have a bound in sum");
            Set<Integer> codes = new HashSet<>();
            options.forEach(option -> Promise.kept(codes.add(option.code()), "each option is there once"));
        });
    }
}
