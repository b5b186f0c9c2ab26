package org.perceus.provisioning.spi;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.provisioning.spi.hardware.Hardware;

/** What a module may know of the node that it renders for, at one moment. Immutable. */
@ProviderType
public interface NodeView {
    /** The node's host name: one DNS label. */
    String name();

    /** The MAC of the card that the node was booted by, in lower case with colons. */
    String mac();

    /** Name of the node's group. */
    String group();

    /** How the node is reached on the provisioning network. */
    NetworkView network();

    /** The capsule that the node gets. */
    CapsuleView capsule();

    /** RAM of the machine in KiB as Perceus OS saw it; 0 when it did not say. */
    long memoryKib();

    /**
     * What the machine has, as it said when it ran Perceus OS last; empty when it could not tell.
     *
     * @since 1.1
     */
    Optional<Hardware> hardware();

    /**
     * A setting of the node, else of its group, else the site's default. A module may read any setting; one of its own
     * should begin with its name, unless other modules are to share it.
     *
     * @param key name of the setting, such as {@code kernel-args}
     * @return free text from an administrator: hostile until quoted
     */
    Optional<String> setting(String key);

    /**
     * All settings that hold for the node, for those who hand them on: a module reads its own by {@link #setting}.
     *
     * @return free text from an administrator: hostile until quoted
     * @since 1.1
     */
    SortedMap<String, String> settings();

    /**
     * All nodes of the site at this moment, this one included, in the natural order of their names. There may be ten
     * thousand of them.
     *
     * @since 1.1
     */
    List<RegisteredNode> nodes();

    /**
     * Kernel arguments of the second OS: the setting {@code kernel-args}, else what the engine's configuration has, with what
     * configuration modules add that come before this module. A method sees all of them.
     *
     * @return free text from an administrator: hostile until quoted
     * @since 1.1
     */
    String kernelArguments();

    /**
     * An artifact that the method's {@code build} published for this node's capsule.
     *
     * @param role the name it was published under
     * @throws ProvisioningException when nothing was published under that name
     */
    Artifact artifact(String role) throws ProvisioningException;

    /**
     * Name of the folder below {@link CapsuleTrees#folder} with the unpacked root of this node's capsule.
     *
     * @throws ProvisioningException when the method's {@code build} did not unpack it
     */
    String tree() throws ProvisioningException;

    /** The address of this server as the node sees it: IPv4 in dotted decimal. */
    String serverAddress();
}
