package org.perceus.module.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.osgi.framework.Constants;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.module.ModuleSet;
import org.perceus.module.PresentModule;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.provisioning.spi.PerceusModule;

public class BoundModulesTest {
    private final BoundModules<String> bound = new BoundModules<>(
            Kind.CONFIGURATION, new ModuleCaller(CallThreads.atMost(1), () -> Duration.ofSeconds(1)));

    @Test
    public void aModuleIsFoundByItsName() {
        bind("one", new FakeService("hostname", 1).order(20).version("2.1.0"));
        assertEquals("one", found("hostname"));
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
                bound.listed().get(0).info());
        assertTrue(bound.modules().find("network").isEmpty());
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
                bound.listed().stream()
                        .map(ListedModule::info)
                        .map(info -> info.name() + " " + info.status())
                        .toList());
    }

    @Test
    public void unbindingTheOldAfterTheNewCameLeavesTheNew() {
        bind("old", new FakeService("hostname", 1));
        bind("new", new FakeService("hostname", 2));
        bound.unbind(new FakeService("hostname", 1).reference());
        assertEquals("new", found("hostname"));
        bound.unbind(new FakeService("hostname", 1).reference());
        assertEquals("new", found("hostname"));
        bound.unbind(new FakeService("hostname", 2).reference());
        assertTrue(bound.modules().find("hostname").isEmpty());
    }

    @Test
    public void aSnapshotStaysAsItIs() {
        bind("old", new FakeService("hostname", 1));
        ModuleSet<String> before = bound.modules();
        PresentModule<String> module = before.find("hostname").orElseThrow();
        bound.unbind(new FakeService("hostname", 1).reference());
        assertSame(module, before.find("hostname").orElseThrow());
        assertTrue("but the module cannot be had any more", module.lease().isEmpty());
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
        bound.unbind(new FakeService("hostname", 1).gone().reference());
    }

    @Test
    public void aFailureOfOneIsNotChargedToTheOther() {
        bind("one", new FakeService("hostname", 1));
        bind("two", new FakeService("hostname", 2));
        bound.modules().find("hostname").orElseThrow().failed("it broke");
        bound.modules().find("hostname").orElseThrow().failed("it broke again");
        ModuleInfo active = bound.listed().get(0).info();
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
                modules.registry().listed().stream()
                        .map(ListedModule::info)
                        .map(info -> info.name() + " " + info.kind().orElseThrow() + " " + info.status())
                        .toList());
        modules.remove(1).remove(2).remove(3);
        assertEquals(1, modules.registry().listed().size());
        assertFalse(modules.registry().methods().find("stateless-ram").isPresent());
    }

    private void bind(String module, FakeService service) {
        bound.bind(module, service.reference());
    }

    private String found(String name) {
        return bound.listed().stream()
                .filter(listed -> listed.info().name().equals(name))
                .findFirst()
                .map(listed -> (String) listed.module().service())
                .orElse("");
    }

    @Test
    public void aBundleIsWithdrawnBeforeItsServiceGoes() throws Exception {
        DefaultModuleRegistry registry = new FakeModules()
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
        return bound.listed().stream().map(ListedModule::info).toList();
    }
}
