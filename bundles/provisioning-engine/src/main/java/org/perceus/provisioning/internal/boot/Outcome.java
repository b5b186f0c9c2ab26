package org.perceus.provisioning.internal.boot;

import java.util.Optional;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootProgram;
import org.perceus.provisioning.internal.stranger.Fate;

/** What a machine gets that asks for an address. */
sealed interface Outcome {
    /** An address where it is not another server's business, and what to boot. */
    record Served(Optional<AddressLease> lease, BootProgram program) implements Outcome {}

    /** An address, and why it has nothing to boot. */
    record Bootless(AddressLease lease, Fate fate) implements Outcome {}

    /** Nothing, as it should be, and why. */
    record Left(String reason) implements Outcome {}

    /** Nothing here, as its address is of another network; the site loses the machine. */
    record Misplaced(Fate fate) implements Outcome {}

    /** Nothing, and why. */
    record Unserved(Fate fate) implements Outcome {
        /** The site loses the machine. */
        static Unserved lost(String sentence, String remedy) {
            return new Unserved(Fate.lost(sentence, remedy));
        }

        /** The machine is left to others. */
        static Unserved passed(String sentence, String remedy) {
            return new Unserved(new Fate(Fate.Kind.PASSED, sentence, remedy));
        }
    }
}
