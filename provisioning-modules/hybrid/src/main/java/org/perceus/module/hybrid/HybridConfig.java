package org.perceus.module.hybrid;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the method. */
@ObjectClassDefinition(name = "Perceus: root in RAM, the bulk over NFS")
public @interface HybridConfig {
    /** For capsules without a list of their own. */
    @AttributeDefinition(
            name = "Hybridized paths",
            description = "What stays on the server, for capsules without a file /etc/perceus/hybridize: absolute paths"
                    + " with *, ? and [...], which do not match a slash")
    String[] hybridize() default {
        "/boot",
        "/opt",
        "/usr/games",
        "/usr/include",
        "/usr/lib/*/gconv",
        "/usr/lib/*/perl*",
        "/usr/lib/debug",
        "/usr/lib/firmware",
        "/usr/lib/gcc",
        "/usr/lib/jvm",
        "/usr/lib/locale",
        "/usr/lib/modules/*/kernel/drivers/comedi",
        "/usr/lib/modules/*/kernel/drivers/gpu",
        "/usr/lib/modules/*/kernel/drivers/iio",
        "/usr/lib/modules/*/kernel/drivers/media",
        "/usr/lib/modules/*/kernel/drivers/net/wireless",
        "/usr/lib/modules/*/kernel/drivers/staging",
        "/usr/lib/modules/*/kernel/drivers/target",
        "/usr/lib/modules/*/kernel/fs/btrfs",
        "/usr/lib/modules/*/kernel/fs/ceph",
        "/usr/lib/modules/*/kernel/fs/ocfs2",
        "/usr/lib/modules/*/kernel/fs/smb",
        "/usr/lib/modules/*/kernel/fs/xfs",
        "/usr/lib/modules/*/kernel/net/bluetooth",
        "/usr/lib/modules/*/kernel/net/ceph",
        "/usr/lib/modules/*/kernel/net/netfilter",
        "/usr/lib/modules/*/kernel/net/sctp",
        "/usr/lib/modules/*/kernel/sound",
        "/usr/lib/python*",
        "/usr/lib/udev/hwdb.*",
        "/usr/share",
        "/usr/src"
    };

    /** For nodes without the setting root-size. */
    @AttributeDefinition(
            name = "Size of the root",
            description =
                    "A share of the node's RAM like 50%, or a size like 2g, for nodes that have no setting root-size")
    String rootSize() default "50%";
}
