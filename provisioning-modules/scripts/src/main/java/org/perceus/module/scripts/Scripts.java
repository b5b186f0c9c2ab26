package org.perceus.module.scripts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.module.scripts.server.Job;
import org.perceus.module.scripts.server.Limits;
import org.perceus.module.scripts.server.Outcome;
import org.perceus.module.scripts.server.ScriptServer;
import org.perceus.module.scripts.site.ScriptFolder;
import org.perceus.module.scripts.site.ScriptTree;
import org.perceus.module.scripts.site.SiteScript;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.spi.StateScript.State;
import org.perceus.provisioning.spi.site.SiteWatch;

/**
 * Gives nodes the site's own scripts for the states of their lives. Those with the executable bit are executed on this server,
 * in the background and ahead of the node, which waits for them; the node runs what they print.
 */
@Component(configurationPid = "org.perceus.module.scripts")
@PerceusModule(name = "scripts", order = 80)
@Designate(ocd = ScriptsConfig.class)
public final class Scripts implements ConfigurationModule {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_FOR_A_NODE = 512 << 10;

    private final ScriptFolder folder;
    private final ScriptServer server;
    private final SiteWatch watch;

    /** Reads the scripts, and looks for changes from then on. */
    @Activate
    public Scripts(ScriptsConfig config) {
        this(
                new ScriptFolder(
                        Path.of(System.getProperty("karaf.base", ""))
                                .resolve(config.folder())
                                .toAbsolutePath(),
                        Clock.systemUTC()),
                new ScriptServer(
                        config.account(),
                        new Limits(
                                Duration.ofSeconds(within(config.seconds(), 1, 3600)),
                                within(config.memoryMib(), 16, 65_536),
                                within(config.processes(), 4, 32_768),
                                within(config.outputKib(), 1, 512)),
                        within(config.atOnce(), 1, 64),
                        Duration.ofSeconds(within(config.keepSeconds(), 10, 86_400))),
                PAUSE);
    }

    /** @param pause how long it waits between two looks */
    Scripts(ScriptFolder folder, ScriptServer server, Duration pause) {
        this.folder = folder;
        this.server = server;
        folder.look();
        this.watch = SiteWatch.start(Scripts.class.getName(), pause, folder::look);
    }

    /** Ends what was started. */
    @Deactivate
    public void stop() throws InterruptedException {
        watch.close();
        server.stop();
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        List<StateScript> scripts = scripts(node);
        int length = scripts.stream().mapToInt(script -> script.text().length()).sum();
        if (length > MOST_FOR_A_NODE) {
            throw new ProvisioningException("the scripts of the node have " + (length >> 10) + " KiB, and "
                    + (MOST_FOR_A_NODE >> 10) + " KiB are allowed");
        }
        NodeScript.Builder share = NodeScript.builder();
        scripts.forEach(share::script);
        return share.build();
    }

    /** What is wrong with the scripts of the site, and how many wait to be executed. */
    @Override
    public String remark() {
        List<String> sentences = new ArrayList<>(folder.tree().complaints());
        int waiting = server.waiting();
        if (waiting > 0) {
            sentences.add(
                    waiting + (waiting == 1 ? " script waits" : " scripts wait") + " to be executed on this server");
        }
        return String.join("; ", sentences);
    }

    /** All that have to be executed are asked for, before one of them is waited for. */
    private List<StateScript> scripts(NodeView node) throws ProvisioningException {
        List<StateScript> scripts = new ArrayList<>();
        Optional<String> refusal = Optional.empty();
        ScriptTree tree = folder.tree();
        for (State state : tree.states()) {
            for (SiteScript script : tree.of(node, state)) {
                Outcome outcome = script.onServer()
                        ? server.ask(new Job(script.file(), script.text(), ServerEnvironment.of(node, state)))
                        : new Outcome.Printed(script.text());
                if (outcome instanceof Outcome.Printed printed) {
                    add(scripts, script, state, printed.text());
                } else {
                    refusal = refusal.or(() -> Optional.of(refusal(script, outcome)));
                }
            }
        }
        if (refusal.isPresent()) {
            throw new ProvisioningException(refusal.get());
        }
        return scripts;
    }

    private static void add(List<StateScript> scripts, SiteScript script, State state, String text) {
        // one that printed nothing has nothing for this node
        if (!text.isBlank()) {
            String origin = script.origin() + (script.onServer() ? ", executed on the server" : "");
            scripts.add(new StateScript(state, script.name(), text, script.onFailure(), origin));
        }
    }

    private static String refusal(SiteScript script, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return "the script " + script.origin() + ", which the server executes, " + failed.reason();
        }
        int before = ((Outcome.Waiting) outcome).before();
        return "the server executes the script " + script.origin() + " for the node"
                + (before == 0 ? "" : ", after " + before + " others");
    }

    private static int within(int number, int least, int most) {
        return Math.max(least, Math.min(most, number));
    }
}
