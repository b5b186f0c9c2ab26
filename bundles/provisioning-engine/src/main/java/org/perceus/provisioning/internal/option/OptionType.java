package org.perceus.provisioning.internal.option;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.provisioning.spi.ProvisioningException;

/** What the value of a DHCP option is made of (RFC 2132, RFC 3397, RFC 3442). */
enum OptionType {
    /** IPv4 addresses, separated by commas. */
    ADDRESSES("addresses, as in 10.10.0.5,10.10.0.6") {
        @Override
        byte[] octets(String text) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            parts(text).forEach(part -> all.writeBytes(Ipv4Address.parse(part).octets()));
            return all.toByteArray();
        }
    },
    /** A text. */
    TEXT("a text") {
        @Override
        byte[] octets(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    },
    /** Octets in hexadecimal digits. */
    HEX("octets in hexadecimal digits, as in 0a0b0c") {
        @Override
        byte[] octets(String text) {
            return HexFormat.of().parseHex(text.replace(":", "").toLowerCase(Locale.ROOT));
        }
    },
    /** A number of one octet. */
    NUMBER8("a number from 0 to 255") {
        @Override
        byte[] octets(String text) {
            return number(text, 1);
        }
    },
    /** A number of two octets. */
    NUMBER16("a number from 0 to 65535") {
        @Override
        byte[] octets(String text) {
            return number(text, 2);
        }
    },
    /** A number of four octets. */
    NUMBER32("a number from 0 to 4294967295") {
        @Override
        byte[] octets(String text) {
            return number(text, 4);
        }
    },
    /** Names of DNS, separated by commas, each whole (RFC 1035 section 3.1). */
    NAMES("names, as in a.example,b.example") {
        @Override
        byte[] octets(String text) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String name : parts(text)) {
                require(NAME.matcher(name).matches());
                for (String label : name.split("\\.")) {
                    all.write(label.length());
                    all.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
                }
                all.write(0);
            }
            return all.toByteArray();
        }
    },
    /** Routes, separated by commas (RFC 3442). */
    ROUTES("routes, as in 10.20.0.0/16 via 10.10.0.1,default via 10.10.0.254") {
        @Override
        byte[] octets(String text) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String part : parts(text)) {
                Matcher route = ROUTE.matcher(part);
                require(route.matches());
                Ipv4Address via = Ipv4Address.parse(route.group(2));
                int length = 0;
                byte[] base = {};
                if (route.group(1) != null) {
                    Subnet to = Subnet.parse(route.group(1));
                    length = to.prefixLength();
                    base = to.base().octets();
                }
                all.write(length);
                all.write(base, 0, (length + 7) / 8);
                all.writeBytes(via.octets());
            }
            return all.toByteArray();
        }
    };

    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*+");
    private static final Pattern ROUTE = Pattern.compile("(?:default|([0-9./]{9,18})) via ([0-9.]{7,15})");

    private final String words;

    OptionType(String words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException when the text is not of this type */
    abstract byte[] octets(String text);

    /** The octets of a value that is not empty. */
    byte[] read(String text) throws ProvisioningException {
        try {
            require(!text.isEmpty());
            return octets(text);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningException("'" + text + "' is no value for it: use " + words);
        }
    }

    /** By the word before a value. */
    static Optional<OptionType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static byte[] number(String text, int octets) {
        require(text.matches("0|[1-9][0-9]{0,9}"));
        long number = Long.parseLong(text);
        require(number < 1L << 8 * octets);
        byte[] value = new byte[octets];
        for (int i = 0; i < octets; i++) {
            value[i] = (byte) (number >>> 8 * (octets - 1 - i));
        }
        return value;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
