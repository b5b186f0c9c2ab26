package org.perceus.provisioning.internal.http;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.spi.DirectStart;

/**
 * What Perceus OS must know when it starts on the kernel of a node's own system, as an archive that is loaded before that system's
 * root: a claim among the arguments of the kernel could be read by everybody on the node. Thread-safe.
 */
@Component(service = DirectArguments.class)
public final class DirectArguments {
    private final NodeRegistry registry;
    private final InstalledPerceusOs os;

    @Activate
    public DirectArguments(@Reference NodeRegistry registry, @Reference InstalledPerceusOs os) {
        this.registry = registry;
        this.os = os;
    }

    /** Where a boot loader finds the archive. */
    static String path(String claim, DirectStart start, BootCard card) {
        return "/boot/" + claim + "/direct/" + start.kernel().sha256() + "/"
                + start.root().sha256() + "/" + card.path();
    }

    /**
     * The archive, for who asks from the node's address with its claim.
     *
     * @param mac of the node
     * @param claim the token of the boot
     * @param loaded hashes of what was loaded, separated by commas
     * @param card by which the node boots, as it says; one that it does not have counts for nothing
     * @param vlan by which it boots, as it says
     */
    HttpAnswer answer(MacAddress mac, String claim, String loaded, MacAddress card, String vlan, HttpRequest request) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.node(mac)
                .flatMap(node -> start(node, BootCard.told(node, snapshot, Optional.of(card), vlan), snapshot, request))
                .map(start -> HttpAnswer.ok(archive(start, claim, loaded)))
                .orElseGet(() ->
                        HttpAnswer.refused(403, "the claim was given to another address: boot the machine again"));
    }

    private Optional<NetworkStart> start(Node node, BootCard card, RegistrySnapshot snapshot, HttpRequest request) {
        return os.stageOne().flatMap(release -> NetworkStart.of(node, card, snapshot, release, request));
    }

    private static String archive(NetworkStart start, String claim, String loaded) {
        String line = new FirstKernelLine("").of(start, claim, ConsoleShell.NEVER) + "perceus.loaded=" + loaded;
        return new TextArchive()
                .folder(".perceus")
                .folder(".perceus/os")
                .file(".perceus/os/arguments", line + "\n")
                .packed();
    }
}
