package org.perceus.provisioning.internal.option;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.perceus.boot.DhcpOption;

public class OptionTextTest {
    @Test
    public void eachTypeHasTheOctetsOfItsRfc() {
        Map<String, String> octets = Map.ofEntries(
                Map.entry("ntp-servers=10.10.0.5, 10.10.0.6", "42=0a0a00050a0a0006"),
                Map.entry("mtu=9000", "26=2328"),
                Map.entry("224=text:hello", "224=68656c6c6f"),
                Map.entry("225=hex:0A:0b", "225=0a0b"),
                Map.entry("226=number8:255", "226=ff"),
                Map.entry("227=number32:4294967295", "227=ffffffff"),
                Map.entry("150!=addresses:10.0.0.1", "150!=0a000001"),
                Map.entry("domain-search=eng.apple.com,a.b", "119=03656e67056170706c6503636f6d0001610162" + "00"),
                Map.entry("routes=10.0.0.0/8 via 10.10.0.1, default via 10.10.0.254", "121=080a0a0a0001000a0a00fe"),
                Map.entry("routes=10.20.48.0/20 via 10.10.0.1", "121=140a14300a0a0001"));
        octets.forEach((text, expected) -> assertEquals(text, expected, read(text)));
    }

    @Test
    public void severalAreReadTogether() {
        assertEquals("42=0a0a0005 26!=05dc", read(" ntp-servers=10.10.0.5 ;; mtu!=1500; "));
        assertEquals("", read(" "));
    }

    @Test
    public void whatIsWrongIsSaid() {
        refused("ntp-servers=ntp.example", "ntp-servers: 'ntp.example' is no value for it: use addresses");
        refused("mtu=70000", "use a number from 0 to 65535");
        refused("mtu=", "'' is no value");
        refused("speed=9", "there is no option of that name");
        refused("224=hello", "say of which type 'hello' is, as in 224=text:hello");
        refused("224=words:hello", "one of addresses, text, hex");
        refused("0=hex:00", "use 1 to 254");
        refused("255=hex:00", "use 1 to 254");
        refused("999=hex:00", "use 1 to 254");
        refused("54=addresses:10.0.0.1", "the server alone says this option");
        refused("mtu=9000; 26=number16:1500", "option 26 is there twice");
        refused("ntp-servers", "is no option: write NAME=VALUE");
        refused("225=hex:0a0", "octets in hexadecimal digits");
        refused("domain-search=a..b", "names, as in");
        refused("routes=10.20.0.1/16 via 10.10.0.1", "routes, as in");
        refused("routes=10.20.0.0/16", "routes, as in");
        refused("224=text:" + "x".repeat(1001), "1001 octets, of at most 1000");
    }

    private static String read(String text) {
        List<DhcpOption> options = OptionText.FORM
                .read(text)
                .orElseThrow(
                        () -> new AssertionError(OptionText.FORM.problem(text).orElse("")));
        options.forEach(option -> assertEquals(
                option.toString(),
                HexFormat.of().formatHex(option.value()),
                option.toString().replaceFirst(".*=", "")));
        return options.stream().map(DhcpOption::toString).collect(Collectors.joining(" "));
    }

    private static void refused(String text, String part) {
        String problem = OptionText.FORM.problem(text).orElseThrow(() -> new AssertionError(text));
        assertTrue(problem, problem.contains(part));
    }
}
