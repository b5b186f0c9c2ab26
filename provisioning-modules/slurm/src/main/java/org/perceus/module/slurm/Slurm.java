package org.perceus.module.slurm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.perceus.provisioning.spi.site.SiteWatch;
import org.perceus.provisioning.spi.site.WatchedFiles;

/** Gives nodes the slurm.conf(5) of the site, with what the nodes of its cluster have. */
@Component(configurationPid = SlurmConfig.PID)
@Designate(ocd = SlurmConfig.class)
@PerceusModule(name = "slurm", order = 57)
public final class Slurm implements ConfigurationModule {
    private static final String PATH = "/etc/slurm/slurm.conf";
    private static final int SOONEST_MS = 100;

    private static final NodeSetting<Members> SLURM = NodeSetting.of(
                    "slurm",
                    Members.form(),
                    "whose lines the node's slurm.conf has behind the site's own: those of all nodes or of groups")
            .otherwise("no");

    private final WatchedFiles<SitePart> site;
    private final SiteWatch watch;

    /** Made anew for each change of its configuration. */
    @Activate
    public Slurm(SlurmConfig config) {
        this.site = watched(config.file(), base().resolve(config.file()));
        this.watch = SiteWatch.start(
                Slurm.class.getName(), Duration.ofMillis(Math.max(SOONEST_MS, config.pollMs())), site::look);
    }

    /** @param name what the site's part is called in sentences */
    static WatchedFiles<SitePart> watched(String name, Path file) {
        return new WatchedFiles<>(List.of(file), SitePart.of(name, file));
    }

    @Deactivate
    void stop() {
        watch.close();
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(SLURM);
    }

    @Override
    public String remark() {
        String problem = site.value().problem();
        return problem.isEmpty() ? "" : "nodes with the setting slurm wait: " + problem;
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        return script(site.value(), node);
    }

    static NodeScript script(SitePart site, NodeView node) throws ProvisioningException {
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
        return script(SlurmText.of(site.orRefuse(), cluster));
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

    private static Path base() {
        return Path.of(System.getProperty("karaf.base", "")).toAbsolutePath();
    }
}
