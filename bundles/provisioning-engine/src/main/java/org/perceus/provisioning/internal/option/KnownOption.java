package org.perceus.provisioning.internal.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Options that have names here (IANA registry of BOOTP and DHCP parameters). */
enum KnownOption {
    ROUTERS(3, OptionType.ADDRESSES),
    TIME_SERVERS(4, OptionType.ADDRESSES),
    NAME_SERVERS(6, OptionType.ADDRESSES),
    LOG_SERVERS(7, OptionType.ADDRESSES),
    HOST_NAME(12, OptionType.TEXT),
    DOMAIN(15, OptionType.TEXT),
    ROOT_PATH(17, OptionType.TEXT),
    MTU(26, OptionType.NUMBER16),
    NIS_DOMAIN(40, OptionType.TEXT),
    NIS_SERVERS(41, OptionType.ADDRESSES),
    NTP_SERVERS(42, OptionType.ADDRESSES),
    WINS_SERVERS(44, OptionType.ADDRESSES),
    TZ_POSIX(100, OptionType.TEXT),
    TZ_NAME(101, OptionType.TEXT),
    DOMAIN_SEARCH(119, OptionType.NAMES),
    ROUTES(121, OptionType.ROUTES),
    TFTP_SERVERS(150, OptionType.ADDRESSES),
    WPAD(252, OptionType.TEXT);

    private final int code;
    private final OptionType type;

    KnownOption(int code, OptionType type) {
        this.code = code;
        this.type = type;
    }

    int code() {
        return code;
    }

    OptionType type() {
        return type;
    }

    /** What administrators call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<KnownOption> find(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word().equals(word))
                .findFirst();
    }
}
