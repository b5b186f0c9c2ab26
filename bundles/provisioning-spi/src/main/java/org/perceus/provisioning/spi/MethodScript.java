package org.perceus.provisioning.spi;

import java.util.Objects;

/**
 * The two ends of a node script, which a provisioning method gives; the shares of the configuration modules run between
 * them.
 */
public final class MethodScript {
    private final NodeScript prepare;
    private final NodeScript enter;

    private MethodScript(NodeScript prepare, NodeScript enter) {
        this.prepare = Objects.requireNonNull(prepare, "prepare");
        this.enter = Objects.requireNonNull(enter, "enter");
    }

    /**
     * @param prepare fetches the system; afterwards {@code $DESTDIR} is where configuration modules write
     * @param enter enters the second OS; ends with {@code enter_kexec} or reboots, and never returns
     * @return both as one value
     */
    public static MethodScript of(NodeScript prepare, NodeScript enter) {
        return new MethodScript(prepare, enter);
    }

    /** The part that runs before the configuration modules. */
    public NodeScript prepare() {
        return prepare;
    }

    /** The part that runs after the configuration modules. */
    public NodeScript enter() {
        return enter;
    }
}
