package org.perceus.provisioning.internal.plan;

import java.util.Set;
import org.perceus.node.SettingKey;

/** The settings that the engine itself reads. */
public final class Settings {
    /** The capsule that a node gets: {@code name} for its newest version, or {@code name@version}. */
    public static final SettingKey CAPSULE = new SettingKey("capsule");

    /** Name of the provisioning method. */
    public static final SettingKey METHOD = new SettingKey("method");

    /** Names of the configuration modules, separated by commas. */
    public static final SettingKey MODULES = new SettingKey("modules");

    /** {@code yes} to get a shell on the node's console when its boot fails. */
    public static final SettingKey DEBUG = new SettingKey("debug");

    /** What Perceus OS may say is done, so that the node's own setting of that name is removed. */
    public static final Set<SettingKey> ONCE = Set.of(new SettingKey("reinstall"));

    private Settings() {}
}
