package org.perceus.provisioning.internal.setting;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.module.ModuleDetails;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleInventory;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.internal.FakeLibrary;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.spi.network.NodeInterfaces;

public class SettingCatalogTest {
    private final List<String> problems = new ArrayList<>();
    private final FakeRegistry registry = new FakeRegistry();
    private final FakeLibrary library = new FakeLibrary();
    private final Modules modules = new Modules();
    private final FakeModules present = new FakeModules();
    private final SettingCatalog choice =
            new SettingCatalog(modules, () -> problems, registry, library, modules, present.registry());

    @Before
    public void install() {
        library.with(Samples.capsule("debian-12@2", 'c'));
        modules.add("stateless-ram", Kind.METHOD);
        modules.add("nfs-root", Kind.METHOD);
        modules.add("hostname", Kind.CONFIGURATION);
    }

    @Test
    public void whatIsThereIsGood() {
        assertGood("capsule=debian-12@2", "method=nfs-root");
        assertGood("capsule=debian-12", "modules=hostname");
        assertGood("modules=");
    }

    @Test
    public void removingIsGood() {
        assertGood("capsule=", "method=", "kernel=");
    }

    @After
    public void stop() {
        present.registry().stop();
    }

    @Test
    public void otherSettingsAndTheSitesOwnAreAsTheyAre() {
        assertGood("kernel-args=whatever", "x-rack=7", "name=n1", "address=10.0.0.1", "group=a");
    }

    @Test
    public void whatNobodyReadsIsRefusedWithTheNearest() {
        assertRefused(
                "there is no setting 'nmae': did you mean name; a site's own begin with x-, as in x-nmae", "nmae=foo");
        assertRefused(
                "there is no setting 'vnfs': use capsule; a site's own begin with x-, as in x-vnfs", "vnfs=debian-12");
        assertRefused(
                "there is no setting 'colour': 'perceus setting list' has all; a site's own begin with x-, as in x-colour",
                "colour=red");
        for (String word : List.of("enabled=0", "approved=no")) {
            assertTrue(choice.objection(changes(word)).orElse("").contains("'perceus node approve'"));
        }
        assertEquals(Optional.empty(), choice.objection(changes("colour=")));
    }

    @Test
    public void whatAModuleReadsIsCheckedByIt() {
        present.add(new FakeService("console", 1), new Declaring("speed", SettingForm.oneOf("9600", "115200")));
        assertGood("speed=9600");
        assertRefused("the setting speed is 'fast': use one of 9600, 115200", "speed=fast");
        present.add(new FakeService("modem", 2), new Declaring("speed", SettingForm.oneOf("fast")));
        assertGood("speed=fast");
        assertEquals(
                List.of("console", "modem"),
                choice.settings().stream()
                        .filter(setting -> setting.key().value().equals("speed"))
                        .map(DeclaredSetting::reader)
                        .toList());
    }

    @Test
    public void aModuleSaysWhatSeveralNodesCannotHaveInCommon() {
        present.add(new FakeService("network", 1), new Declaring(NodeInterfaces.SETTING));
        String fixed = "interfaces=eth1 address=10.20.0.5/24";
        String sentence = "the setting interfaces is 'eth1 address=10.20.0.5/24': eth1 would have the address 10.20.0.5"
                + " on each of the nodes: use 10.20.0.0/24+host for one that follows the node's own address, or"
                + " 10.20.0.0/24+number for one that follows the number in its name";
        assertGood(fixed);
        assertEquals(Optional.of(sentence), choice.sharingObjection(changes("x-a=1", fixed)));
        for (String good : List.of("interfaces=", "interfaces=eth1 address=10.20.0.0/24+host", "x-a=1")) {
            assertEquals(Optional.empty(), choice.sharingObjection(changes(good)));
        }
        registry.setSite("interfaces", "eth1 address=10.20.0.5/24");
        assertEquals(List.of("etc/org.perceus.node.cfg: setting.interfaces: " + sentence), choice.complaints());
    }

    @Test
    public void aModuleThatFailsToSayWhatItReadsReadsNothing() {
        present.add(new FakeService("broken", 1), new Declaring("speed", SettingForm.of("", List.of(), text -> {
            throw new IllegalStateException("no");
        })));
        assertGood("speed=1");
    }

    @Test
    public void anUnknownCapsuleIsRefusedWithTheChoice() {
        assertRefused("there is no capsule 'debian-13': use one of debian-12@2", "capsule=debian-13");
    }

    @Test
    public void anUnknownKernelIsRefusedWithTheChoice() {
        String release = Samples.capsule("debian-12@2", 'c').kernel().release();
        assertGood("kernel=" + release, "capsule=debian-12");
        assertRefused("there is no kernel '5.4' in any capsule: use one of " + release, "kernel=5.4");
        assertRefused(
                "there is no kernel '5.4' in debian-12: use one of " + release, "kernel=5.4", "capsule=debian-12");
    }

    @Test
    public void anUnknownMethodIsRefusedWithTheChoice() {
        assertRefused("there is no provisioning method 'nfs': use one of stateless-ram, nfs-root", "method=nfs");
    }

    @Test
    public void aConfigurationModuleIsNoMethod() {
        assertRefused(
                "there is no provisioning method 'hostname': use one of stateless-ram, nfs-root", "method=hostname");
    }

    @Test
    public void eachConfigurationModuleHasToBeThere() {
        assertRefused("there is no configuration module 'host': use one of hostname", "modules=hostname,host");
        assertRefused("there is no configuration module 'ipaddr': use network", "modules=ipaddr");
        assertRefused("there is no configuration module 'nfs-root': use one of hostname", "modules=nfs-root");
    }

    @Test
    public void anEmptySiteSaysSo() {
        modules.all.clear();
        assertRefused("there is no provisioning method 'a': no method is installed", "method=a");
        library.remove(Samples.capsule("debian-12@2", 'c').id());
        assertRefused("there is no capsule 'a': no capsule is installed", "capsule=a");
    }

    @Test
    public void theConfigurationIsComplainedOfWithFileAndKey() {
        assertEquals(List.of(), choice.complaints());
        registry.setSite("capsule", "debian-12");
        registry.setSite("method", "nfs");
        modules.usual = List.of("hostname", "ipadr");
        problems.add("etc/org.perceus.provisioning.cfg: noWordSeconds: wrong");
        modules.problems.add("etc/org.perceus.module.cfg: builders: wrong");
        assertEquals(
                List.of(
                        "etc/org.perceus.node.cfg: setting.method: there is no provisioning method 'nfs': use one of"
                                + " stateless-ram, nfs-root",
                        "etc/org.perceus.provisioning.cfg: modules: there is no configuration module 'ipadr': use one of"
                                + " hostname",
                        "etc/org.perceus.provisioning.cfg: noWordSeconds: wrong",
                        "etc/org.perceus.module.cfg: builders: wrong"),
                choice.complaints());
    }

    private void assertGood(String... words) {
        assertEquals(Optional.empty(), choice.objection(changes(words)));
    }

    private void assertRefused(String sentence, String... words) {
        assertEquals(Optional.of(sentence), choice.objection(changes(words)));
    }

    private static Map<SettingKey, Optional<String>> changes(String... words) {
        Map<SettingKey, Optional<String>> changes = new TreeMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            changes.put(new SettingKey(parts[0]), Optional.of(parts[1]).filter(value -> !value.isEmpty()));
        }
        return changes;
    }

    private record Declaring(NodeSetting<?> setting) implements ConfigurationModule {
        Declaring(String name, SettingForm<String> form) {
            this(NodeSetting.of(name, form, "for a test"));
        }

        @Override
        public List<NodeSetting<?>> settings() {
            return List.of(setting);
        }

        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder().build();
        }
    }

    private static final class Modules implements ModuleInventory, ProvisioningDefaults {
        private final List<ModuleInfo> all = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private List<String> usual = List.of("hostname");

        void add(String name, Kind kind) {
            all.add(new ModuleInfo(
                    name, Optional.of(kind), 50, name, "1", ModuleInfo.Status.ACTIVE, "", Optional.empty(), 0, ""));
        }

        @Override
        public List<ModuleInfo> modules() {
            return all;
        }

        @Override
        public List<ModuleDetails> details(String name) {
            return List.of();
        }

        @Override
        public List<String> problems() {
            return problems;
        }

        @Override
        public String defaultMethod() {
            return "stateless-ram";
        }

        @Override
        public List<String> defaultModules() {
            return usual;
        }
    }
}
