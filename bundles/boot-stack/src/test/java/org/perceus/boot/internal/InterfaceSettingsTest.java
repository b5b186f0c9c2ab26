package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.net.Devices;

public class InterfaceSettingsTest {
    private static final Devices.Device ETH1 =
            new Devices.Device("eth1", 3, 1500, List.of(Ipv4Address.of(0x0a000001), Ipv4Address.of(0x0a000002)));

    private static String refused(TestConfig config) {
        return assertThrows(IllegalArgumentException.class, () -> InterfaceSettings.of(config))
                .getMessage();
    }

    @Test
    public void takesTheConfigurationOver() {
        InterfaceSettings settings = InterfaceSettings.of(
                new TestConfig("eth1", " 10.0.0.1 ", "external", true, true, true, 67, 69, false, 6666, 9870, 3));
        assertEquals("eth1", settings.device());
        assertEquals(List.of(Ipv4Address.of(0x0a000001)), settings.addresses());
        assertEquals(Optional.empty(), settings.dhcp());
        assertEquals(OptionalInt.of(69), settings.tftpPort());
        assertEquals(9870, settings.httpPort());
    }

    @Test
    public void saysWhatIsWrong() {
        assertEquals("device must name a network device such as eth1, not ''", refused(TestConfig.of("")));
        refused(TestConfig.of("eth1\nERROR"));
        refused(TestConfig.of("a-name-that-is-too-long"));
        assertEquals(
                "address must be IPv4 addresses, separated by commas, not 'boot.example'",
                refused(TestConfig.of("eth1").withAddress("boot.example")));
        refused(TestConfig.of("eth1").withAddress("10.0.0.256"));
        assertEquals(
                "httpPort must be 0 to 65534, not 70000",
                refused(TestConfig.of("eth1").withPorts(67, 69, 70000)));
        assertEquals(
                "dhcp must be one of full, proxy, external, not 'both'",
                refused(new TestConfig("eth1", "", "both", true, true, true, 67, 69, false, 6666, 9870, 3)));
        assertEquals(
                "retrySeconds must be 1 to 3600",
                refused(new TestConfig("eth1", "", "full", true, true, true, 67, 69, false, 6666, 9870, 0)));
    }

    @Test
    public void findsTheSite() {
        InterfaceSettings first = InterfaceSettings.of(TestConfig.of("eth1"));
        Devices devices = name -> Optional.of(ETH1);
        Place one = new Place("eth1", 3, 1500, Ipv4Address.of(0x0a000001));
        Place other = new Place("eth1", 3, 1500, Ipv4Address.of(0x0a000002));
        assertEquals(new Site(List.of(one), List.of()), find(first, devices));
        assertEquals(new Site(List.of(other), List.of()), find(at("10.0.0.2"), devices));
        assertEquals(new Site(List.of(other, one), List.of()), find(at("10.0.0.2, 10.0.0.1,10.0.0.2"), devices));
        assertEquals(
                new Site(List.of(one), List.of("eth1 does not have the address 10.9.9.9")),
                find(at("10.9.9.9 10.0.0.1"), devices));
    }

    private static InterfaceSettings at(String addresses) {
        return InterfaceSettings.of(TestConfig.of("eth1").withAddress(addresses));
    }

    @Test
    public void anAddressThatComesOrGoesMovesNothing() {
        InterfaceSettings first = InterfaceSettings.of(TestConfig.of("eth1"));
        Devices devices = name -> Optional.of(ETH1);
        Ipv4Address second = Ipv4Address.of(0x0a000002);
        assertEquals(
                second,
                Site.find(first, devices, Optional.of(second)).places().get(0).address());
        Ipv4Address gone = Ipv4Address.of(0x0a000009);
        assertEquals(
                Ipv4Address.of(0x0a000001),
                Site.find(first, devices, Optional.of(gone)).places().get(0).address());
    }

    private static Site find(InterfaceSettings settings, Devices devices) {
        return Site.find(settings, devices, Optional.empty());
    }

    @Test
    public void saysWhyThereIsNoSite() {
        InterfaceSettings settings = InterfaceSettings.of(TestConfig.of("eth1"));
        assertEquals(nowhere("there is no network device eth1"), find(settings, name -> Optional.empty()));
        assertEquals(
                nowhere("eth1 has no IPv4 address"),
                find(settings, name -> Optional.of(new Devices.Device("eth1", 3, 1500, List.of()))));
        assertEquals(
                nowhere("eth1 does not have the address 10.9.9.9"), find(at("10.9.9.9"), name -> Optional.of(ETH1)));
    }

    private static Site nowhere(String why) {
        return new Site(List.of(), List.of(why));
    }
}
