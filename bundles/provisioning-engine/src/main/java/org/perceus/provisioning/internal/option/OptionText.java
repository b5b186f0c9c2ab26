package org.perceus.provisioning.internal.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.perceus.boot.DhcpOption;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/** Reads DHCP options as administrators write them: {@code ntp-servers=10.10.0.5; 224=text:hello; mtu!=9000}. */
public final class OptionText {
    /** Of this form are the settings of nodes and what networks say. */
    public static final SettingForm<List<DhcpOption>> FORM = SettingForm.explained(
            "options of DHCP, separated by semicolons, as in ntp-servers=10.10.0.5; 224=text:hello",
            Arrays.stream(KnownOption.values())
                    .map(option -> option.word() + "=")
                    .toList(),
            OptionText::read);

    /** What a lease is made of, or where the reply goes to: no site can mean to say it. */
    private static final Set<Integer> THE_SERVERS =
            Set.of(1, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 82, 93, 94, 97);

    private static final Pattern ENTRY = Pattern.compile("([a-z-]{1,40}|[0-9]{1,3})(!?)=(.*)");
    private static final Pattern TYPED = Pattern.compile("([a-z0-9]{1,20}):(.*)");
    /** The smallest reply that every client takes has room for little more. */
    private static final int MOST_OCTETS = 1_000;

    private OptionText() {}

    private static List<DhcpOption> read(String text) throws ProvisioningException {
        List<DhcpOption> options = new ArrayList<>();
        int octets = 0;
        for (String entry : text.split(";", -1)) {
            if (!entry.isBlank()) {
                DhcpOption option = option(entry.strip());
                require(
                        options.stream().noneMatch(other -> other.code() == option.code()),
                        "option " + option.code() + " is there twice: say all its values at once");
                octets += option.value().length;
                options.add(option);
            }
        }
        require(octets <= MOST_OCTETS, "the options have " + octets + " octets, of at most " + MOST_OCTETS);
        return List.copyOf(options);
    }

    private static DhcpOption option(String entry) throws ProvisioningException {
        Matcher form = ENTRY.matcher(entry);
        require(form.matches(), "'" + entry + "' is no option: write NAME=VALUE, or CODE=TYPE:VALUE");
        boolean unasked = !form.group(2).isEmpty();
        String value = form.group(3).strip();
        Optional<KnownOption> known = KnownOption.find(form.group(1));
        try {
            return known.isPresent()
                    ? new DhcpOption(known.get().code(), known.get().type().read(value), unasked)
                    : numbered(form.group(1), value, unasked);
        } catch (ProvisioningException e) {
            throw new ProvisioningException(form.group(1) + ": " + e.getMessage());
        }
    }

    private static DhcpOption numbered(String word, String value, boolean unasked) throws ProvisioningException {
        require(
                Character.isDigit(word.charAt(0)),
                "there is no option of that name: use its number, or one of "
                        + Arrays.stream(KnownOption.values())
                                .map(KnownOption::word)
                                .collect(Collectors.joining(", ")));
        int code = Integer.parseInt(word);
        require(code >= 1 && code <= 254, "there is no such option: use 1 to 254");
        require(!THE_SERVERS.contains(code), "the server alone says this option");
        Matcher typed = TYPED.matcher(value);
        Optional<OptionType> type = typed.matches() ? OptionType.find(typed.group(1)) : Optional.empty();
        require(
                type.isPresent(),
                "say of which type '" + value + "' is, as in " + code + "=text:" + value + ": one of "
                        + Arrays.stream(OptionType.values())
                                .map(OptionType::word)
                                .collect(Collectors.joining(", ")));
        return new DhcpOption(code, type.get().read(typed.group(2).strip()), unasked);
    }

    private static void require(boolean condition, String sentence) throws ProvisioningException {
        if (!condition) {
            throw new ProvisioningException(sentence);
        }
    }
}
