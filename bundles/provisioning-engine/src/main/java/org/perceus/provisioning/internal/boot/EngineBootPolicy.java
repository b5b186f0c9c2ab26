package org.perceus.provisioning.internal.boot;

import java.net.Inet4Address;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.OwnAddresses;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;

/**
 * Says what a DHCP client gets: a known machine its address and what its firmware boots next, an unknown one likewise
 * once it is on record.
 */
@Component(service = BootPolicy.class)
public final class EngineBootPolicy implements BootPolicy {
    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final InstalledPerceusOs os;
    private final BootTracker boots;
    private final BootFileChooser bootFiles;
    private final PlainRequests plainRequests;
    private final OwnAddresses own;
    private final GivenNameServers nameServers;

    @Activate
    public EngineBootPolicy(
            @Reference NodeRegistry registry,
            @Reference NodeAdmin admin,
            @Reference InstalledPerceusOs os,
            @Reference BootTracker boots,
            @Reference BootFileChooser bootFiles,
            @Reference PlainRequests plainRequests,
            @Reference OwnAddresses own,
            @Reference GivenNameServers nameServers) {
        this.registry = registry;
        this.admin = admin;
        this.os = os;
        this.boots = boots;
        this.bootFiles = bootFiles;
        this.plainRequests = plainRequests;
        this.own = own;
        this.nameServers = nameServers;
    }

    @Override
    public CompletionStage<BootAnswer> answer(BootClient client) {
        if (client.mac().value() == 0 || (client.mac().value() >>> 40 & 1) != 0) {
            return done(new BootAnswer.Ignore("not the address of one network card"));
        }
        MacAddress mac = new MacAddress(client.mac().value());
        Optional<Node> known = registry.snapshot().node(mac);
        if (known.isPresent()) {
            return done(serve(known.get(), client));
        }
        if (client.firmware().loader() == Loader.NONE) {
            return done(new BootAnswer.Ignore("an unknown machine that does not boot from the network"));
        }
        return admin.discover(mac, client.link(), client.requested()).thenApply(result -> {
            if (result instanceof ChangeResult.Changed changed) {
                return serve(changed.nodes().get(0), client);
            }
            return new BootAnswer.Ignore(((ChangeResult.Rejected) result).reason());
        });
    }

    private BootAnswer serve(Node node, BootClient client) {
        RegistrySnapshot snapshot = registry.snapshot();
        if (client.firmware().loader() == Loader.NONE) {
            plainRequests.note(node.mac());
        }
        Optional<Network> network = snapshot.network(client.link());
        if (node.address().isEmpty()) {
            return new BootAnswer.Ignore(node.name() + " has no address");
        }
        Inet4Address address = node.address().get();
        if (network.isEmpty() || !network.get().subnet().hasHost(address)) {
            return new BootAnswer.Ignore(node.name() + " has the address " + address.getHostAddress()
                    + ", which is not one of the network it asks on");
        }
        if (own.addresses().contains(address)) {
            return new BootAnswer.Ignore(
                    node.name() + " has " + address.getHostAddress() + ", this server's own address");
        }
        if (client.firmware().loader() == Loader.NONE || startsFromItsDisk(node, snapshot)) {
            return lease(node, network.get(), client, Optional.empty());
        }
        if (os.stageOne().isEmpty()) {
            return new BootAnswer.Ignore("no Perceus OS is installed");
        }
        if (!bootFiles.has(client.firmware())) {
            return new BootAnswer.Ignore(
                    "Perceus OS has no boot program for " + client.firmware().architecture());
        }
        BootId boot = boots.firmware(node.mac(), client.firmware().loader(), describe(client));
        return lease(node, network.get(), client, bootFiles.choose(client, boot));
    }

    /** What is to be done once is told by the script of iPXE, as a DHCP packet may be anybody's. */
    private static boolean startsFromItsDisk(Node node, RegistrySnapshot snapshot) {
        return BootChoice.next(node).isEmpty() && BootChoice.of(node, snapshot) == BootChoice.DISK;
    }

    private BootAnswer lease(Node node, Network network, BootClient client, Optional<String> bootFile) {
        return new BootAnswer.Lease(
                node.address().orElseThrow(),
                network.subnet().prefixLength(),
                network.router(),
                nameServers.of(network, client.server().getHost()),
                Optional.of(node.name().value()),
                network.domain(),
                network.lease(),
                bootFile);
    }

    private static String describe(BootClient client) {
        return client.firmware().loader() + " on " + client.firmware().architecture();
    }

    private static CompletionStage<BootAnswer> done(BootAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
