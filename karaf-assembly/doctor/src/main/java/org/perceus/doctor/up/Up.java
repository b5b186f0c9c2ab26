package org.perceus.doctor.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.wire.PermissionNeededException;
import org.perceus.doctor.wire.Wire;

/** Listens on a device, shows what would be written, asks, writes, and starts the container. */
final class Up {
    private final Site site;
    private final Links links;
    private final Wire wire;
    private final Container container;
    private final Starter starter;
    private final BufferedReader in;
    private final PrintStream out;

    /** @param in where answers are typed */
    Up(Site site, Links links, Wire wire, Container container, Starter starter, BufferedReader in, PrintStream out) {
        this.site = site;
        this.links = links;
        this.wire = wire;
        this.container = container;
        this.starter = starter;
        this.in = in;
        this.out = out;
    }

    /** @throws RefusedException when nothing was written that was to be, or nothing runs that was to */
    void run(Wish wish) throws RefusedException, IOException, InterruptedException {
        String device = wish.device();
        Ground ground = Ground.of(device, links.all(), links.gateway(device));
        Written written = new Written(site, device);
        if (written.isUp(ground.address())) {
            out.println(device + " is up already: " + site.instance().etc() + " serves it, with a network for "
                    + ground.address());
            if (starts(wish) && !wish.dryRun() && (wish.yes() || wish.terminal())) {
                agree(wish, "Start the container?", "nothing was started");
                start(device);
            }
            return;
        }
        Optional<Path> inTheWay = written.inTheWay(ground);
        if (inTheWay.isPresent()) {
            throw new RefusedException(inTheWay.get()
                    + " is there already, and is not overwritten: nothing was written; edit it, or take it away");
        }
        Plan plan = Plan.of(wish, ground, heard(device));
        show(plan, written);
        if (wish.dryRun()) {
            out.println("nothing was written, as this is a dry run");
            return;
        }
        boolean starts = starts(wish);
        agree(wish, starts ? "Write both files and start the container?" : "Write both files?", "nothing was written");
        write(written, plan);
        if (starts) {
            out.println("written");
            start(device);
        } else {
            out.println("written; next: " + next(device));
        }
    }

    private boolean starts(Wish wish) throws IOException, InterruptedException {
        return wish.start() && container.info().isEmpty();
    }

    private void start(String device) throws RefusedException, IOException, InterruptedException {
        List<String> command = starter.command();
        out.println("starting the container: " + String.join(" ", command));
        starter.start(command);
        out.println("started; next: perceus doctor " + device);
    }

    private Neighbours heard(String device) throws RefusedException, IOException, InterruptedException {
        try {
            return Neighbours.of(wire.discover(device, EnumSet.allOf(Wire.Client.class)));
        } catch (PermissionNeededException e) {
            throw new RefusedException("only root can listen for DHCP servers on " + device
                    + ": call it again as root, as in: sudo perceus up " + device);
        }
    }

    private void show(Plan plan, Written written) {
        plan.reasons().forEach(out::println);
        show(written.network(), plan.network());
        show(written.served(), plan.served());
        out.println();
    }

    private void show(Path file, List<String> lines) {
        out.println();
        out.println(file);
        lines.forEach(line -> out.println("    " + line));
    }

    private void agree(Wish wish, String question, String otherwise) throws RefusedException, IOException {
        if (wish.yes()) {
            return;
        }
        if (!wish.terminal()) {
            throw new RefusedException(otherwise + ", as nobody can be asked without a terminal: add --yes");
        }
        out.print(question + " [y/N] ");
        out.flush();
        String answer = in.readLine();
        if (answer == null || !answer.strip().matches("(?i)y|yes")) {
            throw new RefusedException(otherwise);
        }
    }

    private void write(Written written, Plan plan) throws RefusedException, IOException {
        try {
            written.write(plan);
        } catch (FileSystemException e) {
            throw new RefusedException(e.getFile() + " cannot be written: "
                    + (e.getReason() == null ? "this account may not" : e.getReason()));
        }
    }

    private String next(String device) throws IOException, InterruptedException {
        return container.info().isPresent()
                ? "the container that runs takes it over at once, then perceus doctor " + device
                : site.instance().home().resolve("bin/start") + ", then perceus doctor " + device;
    }
}
