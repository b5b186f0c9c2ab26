package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.ModuleDetails;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.info.ModuleCard;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module info}. */
@Service
@Command(scope = "perceus", name = "module-info", description = "Shows all that is known of a provisioning module")
public final class ModuleInfoCommand extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of text")
    private boolean json;

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(ModuleWords.class)
    private String name;

    @Override
    void run(Site site, Screen screen) {
        List<ModuleDetails> found = site.modules().details(name);
        if (found.isEmpty()) {
            throw new CommandFailure("there is no module '" + name + "': 'perceus module list' shows them");
        }
        ModuleUse use = ModuleUse.of(site.registry().snapshot(), site.defaults());
        List<ModuleCard> cards = found.stream()
                .map(details -> new ModuleCard(details, use, site.settingCheck().settings()))
                .toList();
        if (json) {
            JsonArray array = new JsonArray();
            cards.forEach(card -> array.add(card.json()));
            screen.print(array);
        } else {
            screen.out()
                    .print(String.join(
                            "\n", cards.stream().map(ModuleCard::text).toList()));
        }
    }
}
