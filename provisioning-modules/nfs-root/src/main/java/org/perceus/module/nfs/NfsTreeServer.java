package org.perceus.module.nfs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.CapsuleTrees;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.TreeServer;

/**
 * Serves the trees by NFS: looks once a second that the server serves the addresses this server provisions on, and
 * chooses a server as soon as there is one. Thread-safe.
 */
@Component(configurationPid = "org.perceus.module.nfs_server")
@Designate(ocd = NfsConfig.class)
public final class NfsTreeServer implements TreeServer {
    private static final System.Logger LOG = System.getLogger(NfsTreeServer.class.getName());
    private static final String EXPORTS = "etc/exports.d/perceus.exports";
    private static final String EXPORT_TABLE = "var/lib/nfs/etab";

    private final CapsuleTrees trees;
    private final NfsConfig config;
    private final Path work;
    private final ServerChoice choice;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "perceus-nfs"));
    private volatile ServerChoice.Decision decision = new ServerChoice.Missing("the NFS server is being chosen");
    private volatile Optional<TreeExport> export = Optional.empty();

    /** Starts to serve. */
    @Activate
    public NfsTreeServer(@Reference CapsuleTrees trees, BundleContext context, NfsConfig config) {
        this(trees, config, context.getDataFile("nfs").toPath(), new ServerChoice(Path.of("/")));
        keeper.scheduleWithFixedDelay(this::keepQuietly, 0, 1, TimeUnit.SECONDS);
    }

    NfsTreeServer(CapsuleTrees trees, NfsConfig config, Path work, ServerChoice choice) {
        this.trees = trees;
        this.config = config;
        this.work = work;
        this.choice = choice;
    }

    /** Ends the server, if it is one of our own. */
    @Deactivate
    public void stop() throws InterruptedException {
        keeper.shutdownNow();
        keeper.awaitTermination(10, TimeUnit.SECONDS);
        export.ifPresent(TreeExport::close);
    }

    @Override
    public String source(NodeView node) throws ProvisioningException {
        String address = node.serverAddress();
        TreeExport running = export.orElseThrow(() -> new ProvisioningException(reason()));
        Optional<String> trouble = running.trouble(address);
        if (trouble.isPresent()) {
            throw new ProvisioningException("the NFS server on " + address + " does not serve: " + trouble.get());
        }
        return address + ":" + running.path() + "/" + node.tree();
    }

    @Override
    public String type() {
        return "nfs4";
    }

    @Override
    public String options() {
        return config.mountOptions();
    }

    /** Which server it is and why, and where it does not serve. */
    @Override
    public String remark() {
        String serving = export.map(running -> "served by " + running.description() + ", because " + reason())
                .orElseGet(this::reason);
        return export.stream()
                .flatMap(
                        running -> trees.serverAddresses().stream().flatMap(address -> running.trouble(address).stream()
                                .map(trouble -> "; not on " + address + ": " + trouble)))
                .reduce(serving, String::concat);
    }

    /** Chooses a server if none is chosen, and lets it serve. */
    void keep() {
        if (export.isEmpty()) {
            decision = choice.decide(config.server());
            tidy();
            if (decision instanceof ServerChoice.Found found) {
                export = Optional.of(exportBy(found));
            }
        }
        export.ifPresent(running -> running.serve(endpoints()));
    }

    private void keepQuietly() {
        try {
            keep();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The NFS server could not be looked after", e);
        }
    }

    /** Takes back what the kernel's server exports for us, when it is another server that shall serve. */
    private void tidy() {
        boolean another = decision instanceof ServerChoice.Found found
                ? found.kind() != ServerChoice.Kind.KERNEL
                : config.server().equals("ganesha");
        try {
            if (another && exportsFile().clients().isPresent()) {
                exportsFile().change(List.of(), choice.exportfs().map(Exportfs::new));
                LOG.log(Level.INFO, "The kernel''s NFS server no longer exports {0}", trees.folder());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The kernel''s NFS server still exports {0}: {1}", trees.folder(), e.getMessage());
        }
    }

    private ExportsFile exportsFile() {
        return new ExportsFile(choice.system().resolve(EXPORTS), trees.folder());
    }

    private TreeExport exportBy(ServerChoice.Found found) {
        return switch (found.kind()) {
            case KERNEL ->
                new KernelExport(
                        exportsFile(),
                        new Exportfs(found.program()),
                        choice.system().resolve(EXPORT_TABLE),
                        choice::kernelRuns,
                        System::nanoTime);
            case GANESHA -> new GaneshaExport(trees.folder(), found.program(), work);
        };
    }

    private List<Endpoint> endpoints() {
        return trees.serverAddresses().stream()
                .flatMap(address -> Endpoint.of(address, List.of(config.clients())).stream())
                .toList();
    }

    private String reason() {
        return decision instanceof ServerChoice.Found found
                ? found.reason()
                : ((ServerChoice.Missing) decision).reason();
    }
}
