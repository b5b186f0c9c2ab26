package org.perceus.provisioning.spi;

import org.osgi.annotation.versioning.ProviderType;

/** What a module may know of a capsule. Immutable. */
@ProviderType
public interface CapsuleView {
    /** The capsule's name, without its version. */
    String name();

    /** The capsule's version. */
    String version();

    /** Release of the capsule's kernel, as {@code uname -r} prints it. */
    String kernelRelease();

    /** Size of the unpacked root file system, in bytes of file content. */
    long rootSize();

    /** Number of files, folders and links in the root. */
    long fileCount();

    /**
     * What starts the services of its system.
     *
     * @since 1.1
     */
    InitSystem initSystem();

    /**
     * Who gives network cards their addresses in its system.
     *
     * @since 1.1
     */
    NetworkConfigurator networkConfigurator();

    /**
     * What its configuration has SELinux do; see {@link SelinuxMode#with} for what a node's kernel makes of that.
     *
     * @since 1.1
     */
    SelinuxMode selinux();
}
