package org.perceus.boot;

import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The configurations that boot loaders of others look for, such as PXELINUX and GRUB: written when they are asked for, by TFTP, and
 * by HTTP under {@code /boot/}.
 */
@ConsumerType
public interface LoaderConfigurations {
    /**
     * Finds a configuration by the name that a client asked for. Called on threads that receive packets, so it must not block.
     *
     * @param name as it came from the network, without leading slashes: hostile
     * @param server base of the URLs by which the client reaches this server's HTTP side; TFTP is at the same host
     * @return its text, at most some KiB; empty when there is none of that name
     */
    Optional<String> find(String name, URI server);
}
