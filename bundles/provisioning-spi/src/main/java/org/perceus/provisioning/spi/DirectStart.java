package org.perceus.provisioning.spi;

import java.util.Objects;

/**
 * What a boot loader can load in place of Perceus OS: the kernel of the second OS with its root, on which the programs of Perceus OS
 * then run the node's script. Immutable.
 *
 * @param kernel the kernel
 * @param root its root, which is an initramfs
 * @param arguments the kernel's arguments, those that the script enters it with
 * @since 1.1
 */
public record DirectStart(Artifact kernel, Artifact root, String arguments) {
    /** Nothing is null. */
    public DirectStart {
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(arguments, "arguments");
    }
}
