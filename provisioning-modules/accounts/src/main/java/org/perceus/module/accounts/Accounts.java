package org.perceus.module.accounts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/**
 * Gives nodes users and groups whose numbers are the same everywhere. The capsule has its own in the same files, so the node
 * gets tables, which the first program of its system adds to them.
 */
@Component(configurationPid = AccountsConfig.PID)
@Designate(ocd = AccountsConfig.class)
@PerceusModule(name = "accounts", order = 62)
public final class Accounts implements ConfigurationModule {
    private static final String TABLE = "/usr/lib/perceus/accounts";
    private static final int SOONEST_MS = 100;

    private static final NodeSetting<List<Account>> ACCOUNTS = NodeSetting.of(
            "accounts", SettingForm.entriesOf(Account.form()), "users of the node beside those of its capsule");
    private static final NodeSetting<List<Group>> GROUPS = NodeSetting.of(
            "accounts-groups",
            SettingForm.entriesOf(Group.form()),
            "groups of the node, and members of groups of its capsule");
    private static final NodeSetting<IdRange> OF_SERVER = NodeSetting.of(
            "accounts-of-server",
            IdRange.form(),
            "numbers of users and groups that the node has as the server's own /etc/passwd and /etc/group have them");
    private static final NodeSetting<Boolean> HOMES = NodeSetting.of(
                    "accounts-homes",
                    SettingForm.yesOrNo(),
                    "yes to make home folders of these users that are not there")
            .otherwise("no");

    private final ServerWatch server;

    /** Made anew for each change of its configuration. */
    @Activate
    public Accounts(AccountsConfig config) {
        this(new ServerWatch(
                Path.of(config.passwd()),
                Path.of(config.group()),
                Duration.ofMillis(Math.max(SOONEST_MS, config.pollMs()))));
    }

    Accounts(ServerWatch server) {
        this.server = server;
    }

    @Deactivate
    void stop() {
        server.close();
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(ACCOUNTS, GROUPS, OF_SERVER, HOMES);
    }

    @Override
    public String remark() {
        return server.tables().remark();
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        Roster roster =
                new Roster(ACCOUNTS.of(node).orElse(List.of()), GROUPS.of(node).orElse(List.of()));
        Optional<IdRange> range = OF_SERVER.of(node);
        boolean makesHomes = HOMES.of(node).orElse(false);
        if (range.isPresent()) {
            roster = roster.with(server.tables().orRefuse(), range.get());
        }
        return roster.isEmpty()
                ? NodeScript.nothing()
                : NodeScript.builder()
                        .writeFile(TABLE, "644", roster.passwd())
                        .writeFile(TABLE + "-groups", "644", roster.group())
                        .writeFile(TABLE + "-homes", "644", makesHomes ? "yes\n" : "no\n")
                        .build();
    }
}
