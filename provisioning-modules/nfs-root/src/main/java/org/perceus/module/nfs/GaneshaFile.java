package org.perceus.module.nfs;

import java.nio.file.Path;

/** The configuration of one process of nfs-ganesha. */
final class GaneshaFile {
    /** Where nodes find the trees. */
    static final String PSEUDO_PATH = "/trees";

    private GaneshaFile() {}

    /**
     * Its text.
     *
     * @param folder of the trees
     * @param state a folder for what it wants to remember
     */
    static String text(Endpoint endpoint, Path folder, Path state) {
        // Nobody holds a lock on what nobody writes, so there is no time of grace after a restart.
        return """
                NFS_CORE_PARAM {
                  Protocols = 4;
                  Bind_addr = %s;
                  Enable_NLM = false;
                  Enable_RQUOTA = false;
                  Enable_UDP = false;
                }
                NFSv4 {
                  Minor_Versions = 1, 2;
                  Graceless = true;
                  Only_Numeric_Owners = true;
                  RecoveryBackend = fs;
                  RecoveryRoot = "%s";
                }
                NFS_KRB5 {
                  Active_krb5 = false;
                }
                LOG {
                  Default_Log_Level = WARN;
                }
                EXPORT {
                  Export_Id = 1;
                  Path = "%s";
                  Pseudo = %s;
                  Protocols = 4;
                  Transports = TCP;
                  SecType = sys;
                  Squash = No_Root_Squash;
                  PrivilegedPort = true;
                  Access_Type = None;
                  CLIENT {
                    Clients = %s;
                    Access_Type = RO;
                  }
                  FSAL {
                    Name = VFS;
                  }
                }
                """
                .formatted(endpoint.address(), state, folder, PSEUDO_PATH, String.join(", ", endpoint.clients()));
    }
}
