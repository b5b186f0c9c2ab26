package org.perceus.provisioning.internal.judge;

import java.util.Optional;
import org.perceus.boot.HardwareAddress;

/**
 * What can be said of a node that entered its second system and is not heard of. Immutable.
 *
 * @param seconds for how long nothing is heard before that is said
 * @param server where it should report
 * @param trouble what it said before it fell silent
 * @param line the line of its kernel that says most
 * @param asksByDhcp whether it asked by DHCP since
 * @param answering who answers for its address
 * @param mac the node's card
 */
record NoWord(
        long seconds,
        String server,
        Optional<String> trouble,
        Optional<String> line,
        boolean asksByDhcp,
        Optional<HardwareAddress> answering,
        HardwareAddress mac) {
    /** One sentence: what is the matter, as far as there is evidence, and what to do. */
    String sentence() {
        return "no word from the second system for " + seconds + " s: " + cause();
    }

    private String cause() {
        Optional<String> fatal = line.filter(text -> KnownLine.in(text).isPresent());
        if (fatal.isPresent()) {
            return "its kernel's last line was: " + KnownLine.quoted(fatal.get());
        }
        if (answering.isPresent() && !answering.get().equals(mac)) {
            return "another machine, " + answering.get()
                    + ", answers for its address: take that address from one of them";
        }
        if (trouble.isPresent()) {
            return "before that it said: " + trouble.get();
        }
        if (answering.isPresent()) {
            return "its address answers, so it is still starting, or its agent does not run or cannot reach " + server
                    + " (firewall?): look at its console";
        }
        if (asksByDhcp) {
            return "it asks by DHCP for an address, so its own network configuration is not in effect: see what else"
                    + " configures cards in the capsule";
        }
        return line.map(text -> "its kernel's last line was: " + KnownLine.quoted(text) + "; look at its console")
                .orElse("its kernel does not start, its card has no driver or address, or " + server
                        + " cannot be reached from it (firewall?): look at its console");
    }
}
