package org.perceus.provisioning.internal.http;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.DirectTries;
import org.perceus.provisioning.internal.hardware.ReportedHardware;
import org.perceus.provisioning.internal.judge.BootJudge;
import org.perceus.provisioning.internal.os.StageOne;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.internal.plan.Planner;
import org.perceus.provisioning.internal.script.ScriptComposer;
import org.perceus.provisioning.internal.script.SeenMachine;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.provisioning.spi.hardware.Hardware;

/**
 * Decides whether a boot loader loads a node's own system at once. It has to be wanted, the machine has to be known, it must not
 * have failed that way before, and what it gets has to be there: in all other cases Perceus OS finds out, and says, what is the
 * matter. Thread-safe.
 */
@Component(service = DirectStarts.class)
public final class DirectStarts {
    /** The archive of Perceus OS that goes behind the node's root. */
    static final String TOOLS = "direct";

    /** In that archive. */
    static final String FIRST_PROGRAM = "/.perceus/direct";

    /** What iPXE takes as it is, and what a kernel of x86 has room for besides our own arguments. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 =.,:/_+@%-]{0,1500}");

    private static final Pattern OWN_START = Pattern.compile("(^| )(rdinit|initrd)=");

    private final Planner planner;
    private final ScriptComposer composer;
    private final BootJudge judge;
    private final ReportedHardware inventory;
    private final DirectTries tries;
    private final ScriptQueue queue;
    private final BootTracker boots;

    @Activate
    public DirectStarts(
            @Reference Planner planner,
            @Reference ScriptComposer composer,
            @Reference BootJudge judge,
            @Reference ReportedHardware inventory,
            @Reference DirectTries tries,
            @Reference ScriptQueue queue,
            @Reference BootTracker boots) {
        this.planner = planner;
        this.composer = composer;
        this.judge = judge;
        this.inventory = inventory;
        this.tries = tries;
        this.queue = queue;
        this.boots = boots;
    }

    /** What a boot loader loads, whichever it is. */
    private sealed interface Choice {
        /** The node's own system. */
        record Own(DirectStart start) implements Choice {}

        /** Perceus OS, and why in part of a sentence. */
        record Os(String why) implements Choice {}
    }

    /**
     * Writes what a boot loader is told.
     *
     * @param own to load the node's own system
     * @param os to load Perceus OS
     */
    record Words(Function<DirectStart, String> own, Supplier<String> os) {}

    /** What is told in a boot of a node that is no rescue. Does not wait for modules, nor has Perceus OS wait for its turn. */
    HttpAnswer answer(BootId boot, Node node, RegistrySnapshot snapshot, NetworkStart start, Words words) {
        String version = start.os().release().version();
        if (!isWanted(node, snapshot, start.os())) {
            return loads(boot, version, Optional.empty(), words);
        }
        ScriptQueue.Place place =
                queue.take(() -> answer(boot, choice(boot, node, snapshot, start.server()), version, words));
        return place instanceof ScriptQueue.Place.Taken taken
                ? new HttpAnswer.Later(taken.answer())
                : loads(boot, version, Optional.of("the server is busy"), words);
    }

    private HttpAnswer answer(BootId boot, Choice choice, String version, Words words) {
        if (choice instanceof Choice.Own own) {
            boots.startsDirectly(boot, version);
            return HttpAnswer.ok(words.own().apply(own.start()));
        }
        return loads(boot, version, Optional.of(((Choice.Os) choice).why()), words);
    }

    private HttpAnswer loads(BootId boot, String version, Optional<String> why, Words words) {
        boots.loads(boot, version, why);
        return HttpAnswer.ok(words.os().get());
    }

    private static boolean isWanted(Node node, RegistrySnapshot snapshot, StageOne os) {
        return snapshot.setting(node, NodeSettings.DIRECT_START)
                        .filter("yes"::equals)
                        .isPresent()
                && os.tools().containsKey(TOOLS)
                && ConsoleShell.of(node, snapshot) == ConsoleShell.NEVER;
    }

    private Choice choice(BootId boot, Node node, RegistrySnapshot snapshot, URI server) {
        Optional<Hardware> machine = inventory.of(node.mac());
        if (machine.isEmpty()) {
            return new Choice.Os("its machine is not known yet");
        }
        if (!(planner.plan(node, snapshot) instanceof Plan.Provision plan)
                || judge.hold(plan).isPresent()) {
            return new Choice.Os("it has to wait");
        }
        SeenMachine seen = new SeenMachine(machine.get().memoryMib() << 10, Optional.empty(), Optional.empty());
        return composer.direct(plan, server, seen)
                .map(start -> checked(boot, start))
                .orElseGet(() -> new Choice.Os("its method needs that first"));
    }

    private Choice checked(BootId boot, DirectStart start) {
        boolean plain = PLAIN.matcher(start.arguments()).matches()
                && !OWN_START.matcher(start.arguments()).find();
        if (!plain) {
            return new Choice.Os("its kernel arguments are not for a boot loader");
        }
        return tries.begin(boot, start.root().sha256())
                ? new Choice.Own(start)
                : new Choice.Os("its own system did not become ready when it was loaded at once");
    }
}
