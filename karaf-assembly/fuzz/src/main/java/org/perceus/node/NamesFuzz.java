package org.perceus.node;

import java.util.List;
import java.util.OptionalInt;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.node.internal.pool.NamePattern;
import org.perceus.node.internal.site.SettingValue;

/** The words of administrators that name something: addresses, networks, nodes, settings. */
public final class NamesFuzz {
    private NamesFuzz() {}

    /** Three texts. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        int first = input.octet();
        String[] texts = input.texts(3);
        mac(texts[0]);
        address(texts[0]);
        Promise.orRefused(() -> {
            Subnet subnet = Subnet.parse(texts[0]);
            Promise.equal(subnet, Subnet.parse(subnet.toString()), "what is written is read again");
        });
        Promise.orRefused(() -> {
            Name name = Name.parse(texts[0]);
            Promise.equal(name, new Name(name.toString()), "what is written is read again");
        });
        Promise.orRefused(() -> new SettingKey(texts[0]));
        SettingValue.objection("key", texts[0]).ifPresent(Promise::sentence);
        pattern(texts[0], first);
        ordered(List.of(texts[0], texts[1], texts[2]));
    }

    private static void mac(String text) {
        Promise.orRefused(() -> {
            MacAddress mac = MacAddress.parse(text);
            Promise.equal(mac, MacAddress.parse(mac.toString()), "what is written is read again");
        });
    }

    private static void address(String text) {
        Promise.orRefused(() -> {
            Ipv4Address address = Ipv4Address.parse(text);
            Promise.equal(text, address.toString(), "an address has one form");
            Promise.equal(address, Ipv4Address.of(address.number()), "an address is a number");
        });
    }

    private static void pattern(String text, int first) {
        Promise.orRefused(() -> {
            NamePattern pattern = NamePattern.parse(text, first);
            Promise.equal(text, pattern.toString(), "what is read is written again");
            Promise.equal(OptionalInt.of(first), pattern.number(pattern.name(first)), "a name has its number");
        });
    }

    /** What sorts by a comparator of another kind fails, and only for some inputs. */
    private static void ordered(List<String> texts) {
        for (String one : texts) {
            for (String two : texts) {
                int order = NaturalOrder.COMPARATOR.compare(one, two);
                Promise.equal(order == 0, one.equals(two), "only equal texts are equal in order");
                Promise.equal(
                        Integer.signum(order),
                        -Integer.signum(NaturalOrder.COMPARATOR.compare(two, one)),
                        "an order has two directions");
                for (String three : texts) {
                    boolean rising = order <= 0 && NaturalOrder.COMPARATOR.compare(two, three) <= 0;
                    Promise.kept(!rising || NaturalOrder.COMPARATOR.compare(one, three) <= 0, "an order is transitive");
                }
            }
        }
    }
}
