package org.perceus.module.files.template;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.TestNode;
import org.perceus.provisioning.testkit.TestRegisteredNode;

public class TextTemplateTest {
    private final TestNode node = new TestNode();

    @Test
    public void aTemplateKnowsTheNodeAndItsNetwork() throws Exception {
        assertEquals(
                "n0001 n0001.cluster.example 52:54:00:12:34:56 rack1 10.10.0.100/24 255.255.255.0 10.10.0.1 10.10.0.1",
                text("{{name}} {{fqdn}} {{mac}} {{group}} {{address}}/{{prefix}} {{netmask}} {{gateway}} {{server}}"));
        assertEquals(
                "n0001@1 6.1.0-40-amd64 10.10.0.1,10.10.0.2 cluster.example",
                text("{{capsule.name}}@{{capsule.version}} {{capsule.kernel}}"
                        + " {{#nameservers}}{{.}}{{^-last}},{{/-last}}{{/nameservers}} {{domain}}"));
    }

    @Test
    public void settingsAreFoundByTheirNames() throws Exception {
        node.with("x-rack", "7").with("net.eth0.mtu", "9000").with("net.eth0", "up");
        assertEquals("7", text("{{settings.x-rack}}"));
        assertEquals("up", text("{{settings.net.eth0}}"));
        node.without("net.eth0");
        assertEquals("9000", text("{{settings.net.eth0.mtu}}"));
        assertEquals(
                "none", text("{{^settings.x-row}}none{{/settings.x-row}}{{#settings.x-row}}row{{/settings.x-row}}"));
    }

    @Test
    public void allNodesAreListed() throws Exception {
        node.beside(other("n0002", Optional.of("10.10.0.101"))).beside(other("n0003", Optional.empty()));
        assertEquals(
                "10.10.0.100 n0001 me\n10.10.0.101 n0002 rack9\n",
                text("{{#nodes}}\n"
                        + "{{#address}}\n"
                        + "{{address}} {{name}} {{#self}}me{{/self}}{{^self}}{{settings.x-r}}{{/self}}\n"
                        + "{{/address}}\n"
                        + "{{/nodes}}\n"));
        assertRefused("f line 1: n0001 has no value 'address'", "{{#nodes}}{{address}}{{/nodes}}");
    }

    @Test
    public void whatMachinesHaveIsKnownAsFarAsTheySaidIt() throws Exception {
        node.beside(other("n0002", Optional.empty(), Optional.of(machine(Optional.of(new CpuTopology(2, 16, 2))))))
                .beside(other("n0003", Optional.empty()));
        assertEquals(
                "n0001 slots=4\nn0002 slots=64\n",
                text("{{#nodes}}\n{{#hardware}}\n{{name}} slots={{cpus}}\n{{/hardware}}\n{{/nodes}}\n"));
        node.withHardware(Optional.of(machine(Optional.empty())));
        assertEquals(
                "Dell, R650: 64, 253662 MiB, UEFI, 3",
                text("{{#hardware}}{{model}}: {{cpus}}, {{memory}} MiB, {{firmware}}, {{disks}}{{/hardware}}"));
        assertRefused("f line 1: n0001 has no value 'hardware.sockets'", "{{hardware.sockets}}");
        node.withHardware(Optional.empty());
        assertEquals("not yet", text("{{^hardware}}not yet{{/hardware}}"));
        assertRefused("f line 1: n0001 has no value 'hardware.cpus'", "{{hardware.cpus}}");
    }

    @Test
    public void whatIsMissingIsToldWithItsLine() {
        assertRefused("f line 3: n0001 has no value 'settings.x-no': ", "a\nb\n{{settings.x-no}}");
        assertRefused("f line 2: n0001 has no value 'gateway'", "\n{{gateway}}", node.onBareNetwork());
    }

    @Test
    public void whatIsNoTemplateIsToldWithItsLine() {
        for (String text : new String[] {"a\n{{#name}}", "a\n{{/name}}", "a\n{{#name}}{{/nam}}"}) {
            String message = assertThrows(ProvisioningException.class, () -> TextTemplate.read("f", text))
                    .getMessage();
            assertTrue(message, message.startsWith("f"));
        }
    }

    @Test
    public void noOtherFileAndNoMethodIsReached() {
        assertRefused("f: a template cannot have the text of another file in it", "{{>/etc/passwd}}");
        assertRefused("f line 1: n0001 has no value 'name.class'", "{{name.class}}");
        assertRefused("f line 1: n0001 has no value 'nodes.class'", "{{nodes.class}}");
        assertRefused("f line 1: n0001 has no value 'settings.getClass'", "{{settings.getClass}}");
    }

    @Test
    public void aTemplateThatWouldNotEndIsEnded() {
        for (int i = 2; i < 600; i++) {
            node.beside(other("n" + i, Optional.empty()));
        }
        assertRefused("f: it looks at nodes more than 200000 times", "{{#nodes}}{{#nodes}}{{/nodes}}{{/nodes}}");
        assertRefused("f: its text has more than 1024 KiB", "{{#nodes}}" + "x".repeat(4000) + "{{/nodes}}");
    }

    @Test
    public void valuesAreNeverTemplatesThemselves() throws Exception {
        List<String> fitting = HostileText.values().stream()
                .filter(value -> value.length() < 1 << 20)
                .toList();
        for (String value : fitting) {
            assertEquals(value, text("{{settings.x-v}}", node.with("x-v", value)));
            assertEquals(
                    "'" + value.replace("'", "'\\''") + "'",
                    text("{{#quote}}{{settings.x-v}}{{/quote}}", node.with("x-v", value)));
        }
        assertEquals("{{name}} & <b>", text("{{settings.x-v}}", node.with("x-v", "{{name}} & <b>")));
    }

    private static Hardware machine(Optional<CpuTopology> topology) {
        return new Hardware("Dell, R650", 64, topology, 253_662, Optional.of("UEFI"), 3);
    }

    private static TestRegisteredNode other(String name, Optional<String> address) {
        return other(name, address, Optional.empty());
    }

    private static TestRegisteredNode other(String name, Optional<String> address, Optional<Hardware> hardware) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("x-r", "rack9");
        return new TestRegisteredNode(name, "52:54:00:00:00:" + name, "rack9", address, settings, hardware);
    }

    private String text(String template) throws Exception {
        return text(template, node);
    }

    private static String text(String template, TestNode node) throws Exception {
        return TextTemplate.read("f", template).text(node);
    }

    private void assertRefused(String beginning, String template) {
        assertRefused(beginning, template, node);
    }

    private static void assertRefused(String beginning, String template, TestNode node) {
        String message = assertThrows(ProvisioningException.class, () -> text(template, node))
                .getMessage();
        assertTrue(message, message.startsWith(beginning));
    }
}
