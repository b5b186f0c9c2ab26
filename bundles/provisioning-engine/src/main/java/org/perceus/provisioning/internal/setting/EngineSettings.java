package org.perceus.provisioning.internal.setting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.address.VlanId;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.RestartWay;
import org.perceus.provisioning.internal.option.OptionText;
import org.perceus.provisioning.internal.proof.TiedKey;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.SettingForm;

/** The settings that Perceus itself reads. */
final class EngineSettings {
    /** Those of the registry, which has rules of its own for them. */
    private static final List<NodeSetting<?>> IDENTITY = List.of(
            NodeSetting.of("name", checkedElsewhere("a host name: one label of DNS"), "host name of the node"),
            NodeSetting.of(
                    "address",
                    checkedElsewhere("an IPv4 address of a network of 'perceus network list'"),
                    "address of the node on the provisioning network"),
            NodeSetting.of(
                    "cards",
                    checkedElsewhere("MACs, separated by blanks; behind = a card's own addresses"),
                    "further cards of the node that it may boot by"),
            NodeSetting.of(
                    "group",
                    checkedElsewhere("a name; new ones make a group"),
                    "the group whose settings the node inherits"));

    private static final List<NodeSetting<?>> OWN = List.of(
            NodeSetting.of(
                    NodeSettings.CAPSULE.value(),
                    checkedElsewhere("NAME, for its newest version, or NAME@VERSION of 'perceus vnfs list'"),
                    "the capsule that the node gets"),
            NodeSetting.of(
                    NodeSettings.KERNEL.value(),
                    checkedElsewhere("a release that 'perceus vnfs show' has"),
                    "the capsule's kernel that the node gets, when it has several"),
            NodeSetting.of(
                    NodeSettings.METHOD.value(),
                    checkedElsewhere("a method of 'perceus module list'"),
                    "how the capsule reaches the node"),
            NodeSetting.of(
                    NodeSettings.MODULES.value(),
                    checkedElsewhere("configuration modules of 'perceus module list', separated by commas"),
                    "what customises the node"),
            NodeSetting.of(
                    NodeSettings.KERNEL_ARGUMENTS.value(), SettingForm.text(), "kernel arguments of the second OS"),
            NodeSetting.of(
                            NodeSettings.BOOT.value(),
                            oneOf(Stream.of(BootChoice.values())),
                            "what the node does when it boots from the network")
                    .otherwise(BootChoice.PROVISION.toString()),
            NodeSetting.of(
                            NodeSettings.BOOT_NEXT.value(),
                            oneOf(Stream.of(BootChoice.values()).filter(choice -> choice != BootChoice.NONE)),
                            "what it does the next time alone, whatever boot says")
                    .once(),
            NodeSetting.of(
                            NodeSettings.RESTART.value(),
                            SettingForm.oneOf(Stream.of(RestartWay.values())
                                    .map(RestartWay::toString)
                                    .toArray(String[]::new)),
                            "has its running system restart the node within about a minute")
                    .once(),
            NodeSetting.of(
                            NodeSettings.DIRECT_START.value(),
                            SettingForm.yesOrNo(),
                            "yes to load the node's own kernel at once, where its method can do without that of Perceus OS")
                    .otherwise("no"),
            NodeSetting.of(
                            NodeSettings.BOOT_ORDER.value(),
                            SettingForm.oneOf("network", NodeSettings.KEEP_ORDER),
                            "network to have UEFI firmware begin with the entry that booted the node from the network")
                    .otherwise("network"),
            NodeSetting.of(
                    NodeSettings.BOOT_VLAN.value(),
                    SettingForm.number(VlanId.LOWEST, VlanId.HIGHEST),
                    "the VLAN by whose tag the provisioning network reaches the node, where iPXE does not know it"),
            NodeSetting.of(
                    NodeSettings.DHCP_OPTIONS.value(), OptionText.FORM, "what DHCP gives the node beside its address"),
            NodeSetting.of(
                            NodeSettings.DEBUG.value(),
                            SettingForm.yesOrNo(),
                            "yes to get a shell on the node's console when its boot fails")
                    .otherwise("no"),
            NodeSetting.of(
                            NodeSettings.PROOF.value(),
                            SettingForm.oneOf("auto", NodeSettings.PROOF_BY_KEY),
                            "key to have the node wait unless its machine shows the key that it is tied to")
                    .otherwise("auto"),
            NodeSetting.of(
                    NodeSettings.RETRIES.value(),
                    SettingForm.number(1, NodeSettings.MOST_RETRIES),
                    "after how many failed boots in a row the node waits for an administrator"));

    /** What commands and boots set, and nobody by hand. */
    private static final List<NodeSetting<?>> KEPT = List.of(
            NodeSetting.of(
                    NodeSettings.RETRY_SINCE.value(),
                    SettingForm.of(
                            "'perceus boot retry', which sets a time in UTC", List.of(), EngineSettings::instant),
                    "when an administrator last let the node try again"),
            NodeSetting.of(
                    NodeSettings.ARMED.value(),
                    SettingForm.of("'perceus node arm', which sets a time in UTC", List.of(), EngineSettings::instant),
                    "until when the node may be tied to another key"),
            NodeSetting.of(
                    NodeSettings.KEY.value(),
                    SettingForm.of("'perceus node arm', and boot the machine", List.of(), TiedKey::parse),
                    "the key that the node is tied to"));

    private EngineSettings() {}

    /** Those that administrators set. */
    static List<DeclaredSetting> declared() {
        return Stream.concat(IDENTITY.stream(), OWN.stream())
                .map(setting -> describe(setting, DeclaredSetting.PERCEUS))
                .toList();
    }

    /** Why the engine would not understand a value; empty for settings of others. */
    static Optional<String> objection(SettingKey key, String value) {
        return Stream.concat(OWN.stream(), KEPT.stream())
                .filter(setting -> setting.name().equals(key.value()))
                .findFirst()
                .flatMap(setting -> setting.problem(value));
    }

    /** What is said of a setting, without the setting itself. */
    static DeclaredSetting describe(NodeSetting<?> setting, String reader) {
        return new DeclaredSetting(
                new SettingKey(setting.name()),
                reader,
                setting.form().words(),
                setting.form().values(),
                setting.standard(),
                setting.help(),
                setting.isOnce());
    }

    /** What is installed, or the registry, decides. */
    private static SettingForm<String> checkedElsewhere(String words) {
        return SettingForm.of(words, List.of(), Optional::of);
    }

    private static SettingForm<String> oneOf(Stream<BootChoice> choices) {
        return SettingForm.oneOf(choices.map(BootChoice::toString).toArray(String[]::new));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
