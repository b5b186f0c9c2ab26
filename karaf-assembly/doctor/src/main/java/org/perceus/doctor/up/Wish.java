package org.perceus.doctor.up;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.program.DeviceWord;
import org.perceus.doctor.site.DhcpMode;

/**
 * What the user wants. Immutable.
 *
 * @param mode empty to have it follow from what is heard
 * @param pool empty to derive it from the device's subnet
 * @param yes whether to write without a question
 * @param dryRun whether to write nothing
 * @param start whether a container that does not run is to be started
 * @param terminal whether somebody can be asked
 */
record Wish(
        String device,
        Optional<DhcpMode> mode,
        Optional<AddressRange> pool,
        boolean yes,
        boolean dryRun,
        boolean start,
        boolean terminal) {
    /** @throws IllegalArgumentException with a sentence when a word is wrong */
    static Wish read(List<String> words) {
        Wish wish = new Wish("", Optional.empty(), Optional.empty(), false, false, true, false);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            wish = wish.with(rest.next(), rest);
        }
        if (wish.device.isEmpty()) {
            throw new IllegalArgumentException("name the network device to serve, as in: perceus up eth1");
        }
        if (wish.pool.isPresent() && wish.mode.equals(Optional.of(DhcpMode.PROXY))) {
            throw new IllegalArgumentException(
                    "with --proxy another server gives the addresses: leave --pool out, or say --full");
        }
        return wish;
    }

    private Wish with(String word, Iterator<String> rest) {
        return switch (word) {
            case "--full" -> in(DhcpMode.FULL);
            case "--proxy" -> in(DhcpMode.PROXY);
            case "--pool" -> {
                if (!rest.hasNext()) {
                    throw new IllegalArgumentException("--pool needs a value such as 10.10.0.100-10.10.0.199");
                }
                yield new Wish(
                        device, mode, Optional.of(AddressRange.parse(rest.next())), yes, dryRun, start, terminal);
            }
            case "--yes" -> new Wish(device, mode, pool, true, dryRun, start, terminal);
            case "--dry-run" -> new Wish(device, mode, pool, yes, true, start, terminal);
            case "--no-start" -> new Wish(device, mode, pool, yes, dryRun, false, terminal);
            case "--terminal" -> new Wish(device, mode, pool, yes, dryRun, start, true);
            default -> on(word);
        };
    }

    private Wish in(DhcpMode wanted) {
        if (mode.filter(one -> one != wanted).isPresent()) {
            throw new IllegalArgumentException("--full and --proxy exclude each other");
        }
        return new Wish(device, Optional.of(wanted), pool, yes, dryRun, start, terminal);
    }

    private Wish on(String word) {
        String name = DeviceWord.read(word, "perceus up");
        if (!device.isEmpty()) {
            throw new IllegalArgumentException(
                    "one device is served at a time: not '" + device + "' and '" + name + "'");
        }
        return new Wish(name, mode, pool, yes, dryRun, start, terminal);
    }
}
