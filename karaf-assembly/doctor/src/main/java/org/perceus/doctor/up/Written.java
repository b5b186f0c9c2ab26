package org.perceus.doctor.up;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.program.RefusedException;
import org.perceus.doctor.site.Site;

/** The two files of etc for a device, of which none is ever overwritten. */
final class Written {
    private final Site site;
    private final String device;

    Written(Site site, String device) {
        this.site = site;
        this.device = device;
    }

    Path network() {
        return site.instance().etc().resolve("org.perceus.node.network-" + device + ".cfg");
    }

    Path served() {
        return site.instance().etc().resolve("org.perceus.boot.interface-" + device + ".cfg");
    }

    /** Whether files of etc, of whatever name, serve the device with a network already. */
    boolean isUp(Ipv4 address) {
        return site.interfaces().stream().anyMatch(one -> one.device().equals(device))
                && site.networks().stream().anyMatch(one -> one.subnet().contains(address));
    }

    /** A file that says one of the two things already. */
    Optional<Path> inTheWay(Ground ground) {
        Path etc = site.instance().etc();
        return List.of(served(), network()).stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> site.interfaces().stream()
                        .filter(one -> one.device().equals(device))
                        .map(one -> etc.resolve(one.file().replaceFirst("^etc/", "")))
                        .findFirst())
                .or(() -> site.networks().stream()
                        .filter(one -> one.subnet().overlaps(ground.subnet()))
                        .map(one -> etc.resolve(one.file().replaceFirst("^etc/", "")))
                        .findFirst());
    }

    /** Writes both or none; the network first, as a container that runs takes each up at once. */
    void write(Plan plan) throws IOException, RefusedException {
        Files.createDirectories(site.instance().etc());
        create(network(), plan.network());
        try {
            create(served(), plan.served());
        } catch (IOException | RefusedException e) {
            Files.delete(network());
            throw e;
        }
    }

    private static void create(Path file, List<String> lines) throws IOException, RefusedException {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(file + " is there already: nothing was written");
        }
    }
}
