package org.perceus.module.slurm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.RegisteredNode;

/** Gives nodes the slurm.conf(5) of the site, with what the nodes of its cluster have. */
@Component(configurationPid = SlurmConfig.PID)
@Designate(ocd = SlurmConfig.class)
@PerceusModule(name = "slurm", order = 57)
public final class Slurm implements ConfigurationModule {
    private static final String PATH = "/etc/slurm/slurm.conf";
    private static final int SOONEST_MS = 100;
    private static final int SECONDS_TO_END = 5;

    private static final NodeSetting<Members> SLURM = NodeSetting.of(
                    "slurm",
                    Members.form(),
                    "whose lines the node's slurm.conf has behind the site's own: those of all nodes or of groups")
            .otherwise("no");

    private final SiteFile site;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(Slurm::thread);

    /** Made anew for each change of its configuration. */
    @Activate
    public Slurm(SlurmConfig config) {
        this(new SiteFile(config.file(), base().resolve(config.file())));
        int pause = Math.max(SOONEST_MS, config.pollMs());
        looks.scheduleWithFixedDelay(site::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    Slurm(SiteFile site) {
        this.site = site;
    }

    @Deactivate
    void stop() throws InterruptedException {
        looks.shutdownNow();
        looks.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(SLURM);
    }

    @Override
    public String remark() {
        return site.problem();
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        Members members = SLURM.of(node).orElseThrow();
        if (members.isNone()) {
            return NodeScript.nothing();
        }
        List<RegisteredNode> cluster =
                node.nodes().stream().filter(members::has).toList();
        Optional<String> empty = members.groups().stream()
                .filter(group -> cluster.stream().noneMatch(one -> one.group().equals(group)))
                .sorted()
                .findFirst();
        if (empty.isPresent()) {
            throw new ProvisioningException(
                    "the setting slurm names the group " + empty.get() + ", which has no nodes");
        }
        return script(SlurmText.of(site.text(), cluster));
    }

    private static NodeScript script(SlurmText conf) {
        NodeScript.Builder script = NodeScript.builder();
        List<RegisteredNode> missing = conf.missing();
        if (!missing.isEmpty()) {
            script.step("write slurm.conf, where nodes have no line: " + missing.size() + ", the first of them "
                    + missing.get(0).name());
        }
        return script.writeFile(PATH, "644", conf.text()).build();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, Slurm.class.getName());
        thread.setDaemon(true);
        // of whoever starts the module, and no business of this thread
        thread.setContextClassLoader(null);
        return thread;
    }

    private static Path base() {
        return Path.of(System.getProperty("karaf.base", "")).toAbsolutePath();
    }
}
