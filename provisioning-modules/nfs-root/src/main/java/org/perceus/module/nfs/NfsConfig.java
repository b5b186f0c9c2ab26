package org.perceus.module.nfs;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the server that hands out trees. */
@ObjectClassDefinition(name = "Perceus: NFS server")
public @interface NfsConfig {
    /** Which server. */
    @AttributeDefinition(
            name = "Server",
            description = "The kernel's NFS server, nfs-ganesha, or whichever of them there is, in this order",
            options = {@Option("auto"), @Option("kernel"), @Option("ganesha")})
    String server() default "auto";

    /**
     * Options of the nodes' mounts. Not version 4.2: kernels that use its READ_PLUS (RFC 7862 section 15.10), as that of
     * Debian 13 does, find input/output errors in what nfs-ganesha 4.3 answers.
     */
    @AttributeDefinition(
            name = "Mount options",
            description = "As mount -o takes them; trees never change, so nodes need not ask whether they have")
    String mountOptions() default "ro,vers=4.1,hard,nocto,actimeo=86400";

    /** Who may mount. */
    @AttributeDefinition(
            name = "Clients",
            description = "Networks like 10.10.0.0/16 whose machines may mount; none for those of the interfaces that"
                    + " this server provisions on")
    String[] clients() default {};
}
