package org.perceus.itests;

import static java.util.stream.Collectors.joining;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.GroupDeeds;
import org.perceus.administration.HistoryDeeds;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.PreviewDeeds;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.boot.BootFiles;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.TrafficCounters;
import org.perceus.module.CapsuleImages;
import org.perceus.module.MissingModules;
import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.module.ModuleRegistry;
import org.perceus.node.BootJournal;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.PerceusOs;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.RootPacker;

/** The container starts whole. */
public class WholenessIT extends ContainerTest {
    private static final long PATIENCE_MS = 20_000;

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime components;

    @Inject
    private ModuleInventory modules;

    @Test
    public void everyBundleIsActive() {
        String others = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle + " is in state " + bundle.getState())
                .collect(joining("\n"));
        assertEquals("", others);
    }

    @Test
    public void everyComponentIsSatisfied() {
        Collection<ComponentDescriptionDTO> descriptions = components.getComponentDescriptionDTOs();
        String unsatisfied = descriptions.stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED)
                .map(WholenessIT::reason)
                .collect(joining("\n"));
        assertEquals("", unsatisfied);
    }

    @Test
    public void everyServiceIsThere() throws InterruptedException {
        for (Class<?> service : List.of(
                BootDeeds.class,
                CapsuleDeeds.class,
                GroupDeeds.class,
                HistoryDeeds.class,
                ModuleDeeds.class,
                NodeDeeds.class,
                PreviewDeeds.class,
                NodeRegistry.class,
                NodeAdmin.class,
                BootJournal.class,
                CapsuleLibrary.class,
                RootPacker.class,
                ArtifactStore.class,
                BootPolicy.class,
                BootFiles.class,
                HttpEndpoint.class,
                ServingInterface.class,
                TrafficCounters.class,
                CapsuleImages.class,
                ModuleRegistry.class,
                MissingModules.class,
                ModuleInventory.class,
                ModuleAdmin.class,
                PerceusOs.class)) {
            assertNotNull(service.getName(), await(service));
        }
    }

    @Test
    public void everyModuleIsThere() {
        Set<String> names =
                modules.modules().stream().map(ModuleInfo::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                "[accounts, console, drivers, files, hostname, hosts, hybrid, mounts, network, nfs-root, scripts, services, slurm, ssh, stateful-disk, stateless-ram, sysctl, syslog, time]",
                names.toString());
    }

    private Object await(Class<?> service) throws InterruptedException {
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
        try {
            return tracker.waitForService(PATIENCE_MS);
        } finally {
            tracker.close();
        }
    }

    private static String reason(ComponentConfigurationDTO configuration) {
        String missing = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> reference.name + " " + reference.target)
                .collect(joining(", "));
        return configuration.description.name + " is in state " + configuration.state + ", lacks: " + missing
                + (configuration.failure == null ? "" : "\n" + configuration.failure);
    }
}
