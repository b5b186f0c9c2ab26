package org.perceus.provisioning.internal.module;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.osgi.framework.Constants;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.ModuleInfo.Kind;
import org.perceus.provisioning.ModuleInfo.Status;
import org.perceus.provisioning.spi.PerceusModule;

public class ModuleShelfTest {
    private final ModuleShelf<String> shelf = new ModuleShelf<>(Kind.CONFIGURATION);

    @Test
    public void aModuleIsFoundByItsName() {
        bind("one", new FakeService("hostname", 1).order(20).version("2.1.0"));
        ModuleSlot<String> slot = shelf.modules().find("hostname").orElseThrow();
        assertEquals("one", slot.module());
        assertEquals(
                new ModuleInfo(
                        "hostname",
                        Optional.of(Kind.CONFIGURATION),
                        20,
                        "test.bundle",
                        "2.1.0",
                        Status.ACTIVE,
                        "",
                        Optional.empty(),
                        0,
                        ""),
                shelf.present().get(0).info());
        assertTrue(shelf.modules().find("network").isEmpty());
    }

    @Test
    public void amongEqualsTheOldestServiceIsPreferred() {
        bind("new", new FakeService("hostname", 8));
        bind("old", new FakeService("hostname", 7));
        bind("newest", new FakeService("hostname", 9));
        assertEquals("old", found("hostname"));
    }

    @Test
    public void aHigherRankingIsPreferredToAnOlderService() {
        bind("old", new FakeService("hostname", 7));
        bind("better", new FakeService("hostname", 8).with(Constants.SERVICE_RANKING, 5));
        bind("worse", new FakeService("hostname", 6).with(Constants.SERVICE_RANKING, -5));
        assertEquals("better", found("hostname"));
    }

    @Test
    public void theOthersOfANameStandBy() {
        bind("b", new FakeService("b", 3));
        bind("a", new FakeService("a", 2));
        bind("a too", new FakeService("a", 1).with(Constants.SERVICE_RANKING, -1));
        assertEquals(
                List.of("a ACTIVE", "a STANDBY", "b ACTIVE"),
                shelf.present().stream()
                        .map(PresentModule::info)
                        .map(info -> info.name() + " " + info.status())
                        .toList());
    }

    @Test
    public void unbindingTheOldAfterTheNewCameLeavesTheNew() {
        bind("old", new FakeService("hostname", 1));
        bind("new", new FakeService("hostname", 2));
        shelf.unbind(new FakeService("hostname", 1).reference());
        assertEquals("new", found("hostname"));
        shelf.unbind(new FakeService("hostname", 1).reference());
        assertEquals("new", found("hostname"));
        shelf.unbind(new FakeService("hostname", 2).reference());
        assertTrue(shelf.modules().find("hostname").isEmpty());
    }

    @Test
    public void aSnapshotStaysAsItIs() {
        bind("old", new FakeService("hostname", 1));
        ModuleSet<String> before = shelf.modules();
        ModuleSlot<String> slot = before.find("hostname").orElseThrow();
        shelf.unbind(new FakeService("hostname", 1).reference());
        assertSame(slot, before.find("hostname").orElseThrow());
        assertTrue("but the module cannot be had any more", slot.lease().isEmpty());
    }

    @Test
    public void servicesWithoutAGoodNameAreRefused() {
        for (Object name :
                new Object[] {null, "", "Upper", "a b", "a\nb", "-a", "a-", "ä", "x".repeat(64), 7, "$(x)"}) {
            bind("bad", new FakeService("", 1).with(PerceusModule.NAME, name));
        }
        assertEquals(List.of(), infos());
    }

    @Test
    public void servicesWithABadOrderAreRefused() {
        for (Object order : new Object[] {-1, 100, 20L, "20", Integer.MAX_VALUE}) {
            bind("bad", new FakeService("hostname", 1).with(PerceusModule.ORDER, order));
        }
        assertEquals(List.of(), infos());
        bind("first", new FakeService("first", 1).order(0));
        bind("last", new FakeService("last", 2).order(99));
        bind("middle", new FakeService("middle", 3));
        assertEquals(List.of(0, 99, 50), infos().stream().map(ModuleInfo::order).toList());
    }

    @Test
    public void aServiceThatWentWhileItCameIsPassedOver() {
        bind("gone", new FakeService("hostname", 1).gone());
        assertEquals(List.of(), infos());
        shelf.unbind(new FakeService("hostname", 1).gone().reference());
    }

    @Test
    public void aFailureOfOneIsNotChargedToTheOther() {
        bind("one", new FakeService("hostname", 1));
        bind("two", new FakeService("hostname", 2));
        shelf.modules().find("hostname").orElseThrow().failed("it broke");
        shelf.modules().find("hostname").orElseThrow().failed("it broke again");
        ModuleInfo active = shelf.present().get(0).info();
        assertEquals(2, active.failures());
        assertEquals("it broke again", active.lastFailure());
        assertEquals(0, infos().get(1).failures());
    }

    @Test
    public void theInventoryShowsBothKindsByName() {
        FakeModules modules = new FakeModules().withDefaults();
        modules.add(new FakeService("hostname", 9), FakeModules.step("other"));
        assertEquals(
                List.of(
                        "hostname CONFIGURATION ACTIVE",
                        "hostname CONFIGURATION STANDBY",
                        "network CONFIGURATION ACTIVE",
                        "stateless-ram METHOD ACTIVE"),
                modules.registry().present().stream()
                        .map(PresentModule::info)
                        .map(info -> info.name() + " " + info.kind().orElseThrow() + " " + info.status())
                        .toList());
        modules.remove(1).remove(2).remove(3);
        assertEquals(1, modules.registry().present().size());
        assertFalse(modules.registry().methods().find("stateless-ram").isPresent());
    }

    private void bind(String module, FakeService service) {
        shelf.bind(module, service.reference());
    }

    private String found(String name) {
        return shelf.modules().find(name).orElseThrow().module();
    }

    @Test
    public void aBundleIsWithdrawnBeforeItsServiceGoes() throws Exception {
        ModuleRegistry registry = new FakeModules()
                .withDefaults()
                .add(new FakeService("hostname", 9).bundle(7), FakeModules.step("new"))
                .registry();
        assertTrue(registry.has(7));
        assertTrue(registry.withdraw(1, Duration.ofSeconds(1)));
        assertFalse(registry.has(1));
        assertEquals(
                9,
                registry.configurations()
                        .find("hostname")
                        .orElseThrow()
                        .identity()
                        .serviceId());
        assertTrue(registry.methods().find("stateless-ram").isEmpty());
    }

    private List<ModuleInfo> infos() {
        return shelf.present().stream().map(PresentModule::info).toList();
    }
}
