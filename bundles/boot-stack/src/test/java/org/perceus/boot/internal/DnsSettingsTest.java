package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.internal.dns.forward.Resolver;

public class DnsSettingsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Optional<List<String>> resolvers(String text) {
        return DnsSettings.of(TestConfig.of("eth1").withDns(TestDns.at(53, text)))
                .resolvers()
                .map(all -> all.stream().map(Resolver::toString).toList());
    }

    private static String refused(TestDns dns) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> DnsSettings.of(TestConfig.of("eth1").withDns(dns)))
                .getMessage();
    }

    @Test
    public void readsResolvers() {
        assertEquals(Optional.empty(), resolvers(" "));
        assertEquals(Optional.of(List.of()), resolvers("none"));
        assertEquals(
                Optional.of(List.of("192.0.2.1", "2001:db8:0:0:0:0:0:1")),
                resolvers("192.0.2.1, 2001:db8::1,192.0.2.1"));
    }

    @Test
    public void saysWhatIsWrong() {
        assertEquals(
                "dnsForwarders must be addresses such as 192.0.2.53, separated by commas, or none, not 'dns.example'",
                refused(TestDns.at(53, "dns.example")));
        refused(TestDns.at(53, "256.0.0.1"));
        refused(TestDns.at(53, ":"));
        refused(TestDns.at(53, "1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5,1.1.1.6,1.1.1.7,1.1.1.8,1.1.1.9"));
        assertEquals("dnsPort must be 0 to 65534, not -1", refused(TestDns.at(-1, "")));
        assertEquals(
                "dnsName must be one label in lower case such as perceus, not 'boot.example'",
                refused(new TestDns(true, 53, "boot.example", "", false)));
    }

    @Test
    public void takesTheResolversOfTheSystem() throws Exception {
        Path file = folder.newFile("resolv.conf").toPath();
        Files.writeString(
                file,
                """
                # a comment
                search cluster.example
                nameserver 127.0.0.53
                nameserver\tfe80::1%lo
                ; nameserver 192.0.2.1
                nameserver
                nameserver dns.example
                nameserver 192.0.2.4
                """);
        assertEquals(
                List.of("127.0.0.53"),
                new SystemResolvers(file)
                        .read().stream()
                                .map(Resolver::toString)
                                .filter(text -> !text.contains(":"))
                                .toList());
        assertEquals(List.of(), new SystemResolvers(file.resolveSibling("none")).read());
    }
}
