package org.perceus.shell.internal.site;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.perceus.boot.ServingInterface;
import org.perceus.module.ModuleInventory;
import org.perceus.node.BootJournal;
import org.perceus.node.NodeRegistry;
import org.perceus.node.operation.Operations;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.NameServers;
import org.perceus.provisioning.PerceusOs;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.ServerLimits;
import org.perceus.provisioning.SettingCheck;
import org.perceus.provisioning.SettingEffects;
import org.perceus.provisioning.Strangers;
import org.perceus.vnfs.CapsuleLibrary;

/**
 * What commands work with, in its own service so that every command is there at all times: one that needs a part that is
 * not running says so, and the others work. Each getter throws a {@link
 * org.perceus.shell.internal.screen.CommandFailure} when its part is not running. Thread-safe.
 */
public interface Site {
    /** The nodes. */
    NodeRegistry registry();

    /** The boots. */
    BootJournal boots();

    /** Imports, builds and updates. */
    Operations operations();

    /** The capsules. */
    CapsuleLibrary capsules();

    /** The provisioning modules. */
    ModuleInventory modules();

    /** What nodes get for which no setting says it. */
    ProvisioningDefaults defaults();

    /** Compares settings with what is installed. */
    SettingCheck settingCheck();

    /** Machines that are no nodes. */
    Strangers strangers();

    /** Whom nodes ask for names. */
    NameServers nameServers();

    /** Whether this server has room for all nodes. */
    ServerLimits serverLimits();

    /** What firmware loads first. */
    BootPrograms bootPrograms();

    /** What machines have. */
    HardwareInventory hardware();

    /** Which settings matter to which nodes; nothing is known of that while the provisioning engine is not running. */
    SettingEffects settingEffects();

    /** The release of Perceus OS in use, if there is one. */
    Optional<PerceusOs.Release> perceusOs();

    /** The provisioning interfaces by the names of their devices. */
    List<ServingInterface> interfaces();

    /** The counters of all servers. */
    SortedMap<String, Long> counters();

    /** Version of Perceus. */
    String version();
}
