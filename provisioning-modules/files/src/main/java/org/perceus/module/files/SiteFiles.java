package org.perceus.module.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.module.files.tree.Limits;
import org.perceus.module.files.tree.SiteEntry;
import org.perceus.module.files.tree.SiteTree;
import org.perceus.module.files.tree.TreeWatch;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.site.SiteWatch;

/** Lays the site's own files over nodes, behind the other modules, so that they win. */
@Component(configurationPid = FilesConfig.PID)
@Designate(ocd = FilesConfig.class)
@PerceusModule(name = "files", order = 90)
public final class SiteFiles implements ConfigurationModule {
    private static final int SOONEST_MS = 100;

    private final String folder;
    private final TreeWatch files;
    private final SiteWatch watch;

    /** Made anew for each change of its configuration. */
    @Activate
    public SiteFiles(FilesConfig config, @Reference ArtifactPublisher publisher) {
        this.folder = config.folder();
        this.files = new TreeWatch(folder, base().resolve(folder), limits(config), publisher);
        this.watch = SiteWatch.start(
                SiteFiles.class.getName(),
                Duration.ofMillis(Math.max(SOONEST_MS, config.pollMs())),
                files::lookSafely,
                files::close);
    }

    @Deactivate
    void stop() {
        watch.close();
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        return script(files.tree(), node);
    }

    @Override
    public String remark() {
        SiteTree tree = files.tree();
        List<String> problems = tree.problems();
        String size = tree.size() + " files, links and folders below " + folder;
        return problems.isEmpty() ? size : size + "; " + String.join("; ", problems);
    }

    static NodeScript script(SiteTree tree, NodeView node) throws ProvisioningException {
        NodeScript.Builder script = NodeScript.builder();
        ChangeScripts changes = new ChangeScripts();
        for (SiteEntry entry : tree.entries(node)) {
            NodeFile file = entry.file(node);
            script.make(file);
            entry.after().ifPresent(after -> changes.add(after, file));
        }
        changes.scripts().forEach(script::script);
        return script.build();
    }

    private static Limits limits(FilesConfig config) {
        return new Limits(
                Math.max(1, config.maxFiles()), (long) config.memoryMib() << 20, (long) config.publishedMib() << 20);
    }

    private static Path base() {
        return Path.of(System.getProperty("karaf.base", "")).toAbsolutePath();
    }
}
