package org.perceus.simulator.node;

import java.net.Inet4Address;
import java.util.Optional;
import org.perceus.simulator.dhcp.Mac;
import org.perceus.simulator.http.HttpTarget;

/** A node from power-on until it is ready, and beyond. Belongs to the loop's thread. */
public final class SimulatedNode implements Machine {
    private final Mac mac;
    private final Site site;
    private final Optional<MachineKey> key;
    private long poweredOn;
    private Step current = Step.FIRMWARE;
    private boolean over;

    /** A machine that is switched off. */
    public SimulatedNode(Mac mac, Site site) {
        this.mac = mac;
        this.site = site;
        this.key = site.behaviour().keys() ? Optional.of(new MachineKey(mac)) : Optional.empty();
    }

    /** Switches it on. */
    public void powerOn() {
        poweredOn = site.loop().now();
        boot();
    }

    /** Says where it stands when nobody waits for it any longer. */
    public void giveUp() {
        fail("not ready in time: it was at the step '" + current.title() + "'");
    }

    private void boot() {
        new Firmware(this, this::enterIpxe).start();
    }

    private void enterIpxe() {
        new Ipxe(this, this::enterPerceusOs).start();
    }

    private void enterPerceusOs(Inet4Address address, HttpTarget server, String claim) {
        String shown = key.map(own -> own.shows(claim)).orElse(claim);
        new PerceusOs(this, address, server, shown, token -> enterSystem(address, server, token)).start();
    }

    private void enterSystem(Inet4Address address, HttpTarget server, String token) {
        new Agent(this, address, server, token, this::ready).start();
    }

    private void ready() {
        if (!over) {
            over = true;
            took(Step.BOOT, poweredOn);
            site.observer().ready(mac);
        }
    }

    @Override
    public Mac mac() {
        return mac;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public long begin(Step step) {
        current = step;
        return site.loop().now();
    }

    @Override
    public void fail(String sentence) {
        if (!over) {
            over = true;
            site.observer().failed(mac, sentence);
        }
    }

    @Override
    public void restart(int seconds) {
        site.observer().count(Incident.RESTART);
        site.loop().after(1000L * seconds, this::boot);
    }
}
