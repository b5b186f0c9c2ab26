package org.perceus.provisioning.internal.module;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.List;
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
                new ModuleInfo("hostname", Kind.CONFIGURATION, 20, "test.bundle", "2.1.0", Status.ACTIVE, 0, ""),
                shelf.infos().get(0));
        assertTrue(shelf.modules().find("ipaddr").isEmpty());
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
                shelf.infos().stream()
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
        assertEquals(List.of(), shelf.infos());
    }

    @Test
    public void servicesWithABadOrderAreRefused() {
        for (Object order : new Object[] {-1, 100, 20L, "20", Integer.MAX_VALUE}) {
            bind("bad", new FakeService("hostname", 1).with(PerceusModule.ORDER, order));
        }
        assertEquals(List.of(), shelf.infos());
        bind("first", new FakeService("first", 1).order(0));
        bind("last", new FakeService("last", 2).order(99));
        bind("middle", new FakeService("middle", 3));
        assertEquals(
                List.of(0, 99, 50),
                shelf.infos().stream().map(ModuleInfo::order).toList());
    }

    @Test
    public void aServiceThatWentWhileItCameIsPassedOver() {
        bind("gone", new FakeService("hostname", 1).gone());
        assertEquals(List.of(), shelf.infos());
        shelf.unbind(new FakeService("hostname", 1).gone().reference());
    }

    @Test
    public void aFailureOfOneIsNotChargedToTheOther() {
        bind("one", new FakeService("hostname", 1));
        bind("two", new FakeService("hostname", 2));
        shelf.modules().find("hostname").orElseThrow().failed("it broke");
        shelf.modules().find("hostname").orElseThrow().failed("it broke again");
        ModuleInfo active = shelf.infos().get(0);
        assertEquals(2, active.failures());
        assertEquals("it broke again", active.lastFailure());
        assertEquals(0, shelf.infos().get(1).failures());
    }

    @Test
    public void theInventoryShowsBothKindsByName() {
        FakeModules modules = new FakeModules().withDefaults();
        modules.add(new FakeService("hostname", 9), FakeModules.step("other"));
        assertEquals(
                List.of(
                        "hostname CONFIGURATION ACTIVE",
                        "hostname CONFIGURATION STANDBY",
                        "ipaddr CONFIGURATION ACTIVE",
                        "stateless-ram METHOD ACTIVE"),
                modules.registry().modules().stream()
                        .map(info -> info.name() + " " + info.kind() + " " + info.status())
                        .toList());
        modules.remove(1).remove(2).remove(3);
        assertEquals(1, modules.registry().modules().size());
        assertFalse(modules.registry().methods().find("stateless-ram").isPresent());
    }

    private void bind(String module, FakeService service) {
        shelf.bind(module, service.reference());
    }

    private String found(String name) {
        return shelf.modules().find(name).orElseThrow().module();
    }
}
