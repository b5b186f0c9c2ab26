package org.perceus.node;

import java.util.Optional;

/**
 * What a boot established that is asked for long after it. Immutable.
 *
 * @param hardware what the machine has, in a line for people
 * @param system what system it was given, and by which settings
 * @param root the root on this server that it was told to use
 */
public record BootFacts(Optional<String> hardware, Optional<String> system, Optional<String> root) {
    /** Of a boot that established nothing. */
    public static final BootFacts NONE = new BootFacts(Optional.empty(), Optional.empty(), Optional.empty());

    /** The facts after an event, which may be one. */
    BootFacts with(BootEvent event) {
        return switch (event.step()) {
            case BootEvent.HARDWARE -> new BootFacts(event.detail(), system, root);
            case BootEvent.SYSTEM -> new BootFacts(hardware, event.detail(), root);
            case BootEvent.ROOT -> new BootFacts(hardware, system, event.detail());
            default -> this;
        };
    }
}
