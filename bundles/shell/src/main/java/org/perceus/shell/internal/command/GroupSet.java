package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.GroupDeeds;
import org.perceus.administration.Outcome;
import org.perceus.shell.internal.completion.GroupSettingWords;
import org.perceus.shell.internal.node.GroupReport;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.setting.SettingChanges;
import org.perceus.shell.internal.site.Site;

/** {@code perceus group set}. */
@Service
@Command(
        scope = "perceus",
        name = "group-set",
        description = "Changes settings that the nodes of groups inherit, as in: capsule=debian-12 rack[1-8]")
public final class GroupSet extends ChangingAction {
    @Reference
    private GroupDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would change, and change nothing")
    private boolean dryRun;

    @Option(name = "--force", description = "Also set capsules, methods and modules that are not there")
    private boolean force;

    @Argument(
            name = "settings and groups",
            description =
                    "key=value for each change, nothing behind the = removes the setting; and the groups: names, ranges"
                            + " rack[1-8], globs; they need not have nodes yet",
            required = true,
            multiValued = true)
    @Completion(GroupSettingWords.class)
    private List<String> words = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        SettingChanges changes = SettingChanges.parse(words(words));
        if (changes.targets().isEmpty()) {
            throw CommandFailure.usage("give groups behind the settings, as in capsule=debian-12 rack[1-8]");
        }
        Outcome.Done<GroupDeeds.Applied> done =
                DeedAnswer.of(deeds.set(administrator(screen), changes.targets(), changes.values(), force, dryRun));
        GroupDeeds.Applied applied = done.result();
        screen.say((dryRun ? "would set " : "set ") + changes + " for "
                + GroupReport.summary(applied.before(), applied.groups()));
        done.remarks().forEach(screen::warn);
    }
}
