package org.perceus.provisioning.internal.boot;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootProgram;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.Outcome.Bootless;
import org.perceus.provisioning.internal.boot.Outcome.Served;
import org.perceus.provisioning.internal.boot.Outcome.Unserved;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.option.SiteOptions;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.Fate;

/** Makes of an address what a machine is told by DHCP: its network, and what it boots. Thread-safe. */
@Component(service = Offers.class)
public final class Offers {
    private final InstalledPerceusOs os;
    private final BootTracker boots;
    private final BootFileChooser bootFiles;
    private final GivenNameServers nameServers;
    private final NodeRegistry registry;
    private final SiteOptions options;
    private final ServedInterfaces interfaces;

    /**
     * Who is given an address.
     *
     * @param mac the machine
     * @param name its host name, if it has one
     * @param address its address
     * @param network which the address is in
     * @param lease for how long
     */
    record Guest(MacAddress mac, Optional<Name> name, Ipv4Address address, Network network, Duration lease) {}

    @Activate
    public Offers(
            @Reference InstalledPerceusOs os,
            @Reference BootTracker boots,
            @Reference BootFileChooser bootFiles,
            @Reference GivenNameServers nameServers,
            @Reference NodeRegistry registry,
            @Reference SiteOptions options,
            @Reference ServedInterfaces interfaces) {
        this.os = os;
        this.boots = boots;
        this.bootFiles = bootFiles;
        this.nameServers = nameServers;
        this.registry = registry;
        this.options = options;
        this.interfaces = interfaces;
    }

    /** The address, and nothing to boot. */
    Served address(Guest guest, BootClient client) {
        return new Served(Optional.of(lease(guest, client)), BootProgram.NOTHING);
    }

    /** The address, and the next program of the machine's boot, which is noted. */
    Outcome boot(Guest guest, BootClient client) {
        if (os.stageOne().isEmpty()) {
            return new Unserved(noPerceusOs());
        }
        Optional<Fate> hindrance = hindrance(guest.name().map(Name::value), client);
        if (hindrance.isPresent()) {
            return new Bootless(lease(guest, client), hindrance.get());
        }
        note(guest.mac(), client);
        return new Served(Optional.of(lease(guest, client)), program(client));
    }

    /** What to boot alone, which is noted in a node's boot. */
    Outcome program(MacAddress mac, Optional<String> name, BootClient client) {
        if (os.stageOne().isEmpty()) {
            return new Unserved(noPerceusOs());
        }
        Optional<Fate> hindrance = hindrance(name, client);
        if (hindrance.isPresent()) {
            return new Unserved(hindrance.get());
        }
        if (name.isPresent()) {
            note(mac, client);
        }
        return new Served(Optional.empty(), program(client));
    }

    private void note(MacAddress mac, BootClient client) {
        boots.firmware(mac, client.firmware().loader(), client.transaction(), describe(client));
    }

    private static Fate noPerceusOs() {
        return Fate.lost(
                "no Perceus OS is installed",
                "see docs/getting-started.md: 'perceus info' tells where it is looked for");
    }

    /** Why a machine cannot load anything by the way of its firmware. */
    private Optional<Fate> hindrance(Optional<String> name, BootClient client) {
        String who = name.orElse("it");
        if (!bootFiles.has(client.firmware())) {
            String sentence = who + " is " + client.firmware().architecture().machine()
                    + ", for which Perceus OS has no boot program that "
                    + client.firmware().loader() + " loads";
            return Optional.of(Fate.lost(sentence, "boot it another way, or leave it alone"));
        }
        if (client.firmware().loader() != Loader.PXE) {
            return Optional.empty();
        }
        return interfaces
                .at(client.server().getHost())
                .filter(serving -> !serving.servers().contains("tftp"))
                .map(serving -> Fate.lost(
                        who + " boots by PXE, which loads its program by TFTP, and " + serving.device()
                                + " serves no TFTP",
                        "boot it by UEFI HTTP boot, or have tftp = true in etc/org.perceus.boot.interface-NAME.cfg"));
    }

    private BootProgram program(BootClient client) {
        return MacAddress.find(client.mac().value())
                .flatMap(card -> bootFiles.choose(client, card))
                .<BootProgram>map(BootProgram.File::new)
                .orElse(BootProgram.NOTHING);
    }

    private AddressLease lease(Guest guest, BootClient client) {
        Network network = guest.network();
        RegistrySnapshot snapshot = registry.snapshot();
        return new AddressLease(
                guest.address(),
                network.subnet().prefixLength(),
                network.router(),
                nameServers.of(network, client.server().getHost()),
                guest.name().map(Name::value),
                network.domain(),
                guest.lease(),
                options.of(snapshot.node(guest.mac()), network, snapshot),
                guest.name().isPresent());
    }

    private static String describe(BootClient client) {
        return client.firmware().loader() + " on " + client.firmware().architecture();
    }
}
