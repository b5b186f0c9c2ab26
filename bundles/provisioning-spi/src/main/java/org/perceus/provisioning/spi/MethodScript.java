package org.perceus.provisioning.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * The two ends of a node script, which a provisioning method gives; the shares of the configuration modules run between
 * them.
 */
public final class MethodScript {
    private final NodeScript prepare;
    private final NodeScript enter;
    private final Optional<DirectStart> direct;

    private MethodScript(NodeScript prepare, NodeScript enter, Optional<DirectStart> direct) {
        this.prepare = Objects.requireNonNull(prepare, "prepare");
        this.enter = Objects.requireNonNull(enter, "enter");
        this.direct = direct;
    }

    /**
     * @param prepare fetches the system; afterwards {@code $DESTDIR} is where configuration modules write
     * @param enter enters the second OS; ends with {@code enter_kexec} or reboots, and never returns
     * @return both as one value
     */
    public static MethodScript of(NodeScript prepare, NodeScript enter) {
        return new MethodScript(prepare, enter, Optional.empty());
    }

    /**
     * The same for a node that may run it on the kernel of its second OS, too. There {@code fetch} of what was loaded gives an
     * empty file, {@code append_overlay} completes the root that runs, and {@code enter_kexec} lets its first program begin.
     *
     * @param start what is loaded then
     * @since 1.1
     */
    public MethodScript orDirectly(DirectStart start) {
        return new MethodScript(prepare, enter, Optional.of(start));
    }

    /**
     * What a boot loader can load in place of Perceus OS, where the method can do without it.
     *
     * @since 1.1
     */
    public Optional<DirectStart> direct() {
        return direct;
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
