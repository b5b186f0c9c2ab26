package org.perceus.module.scripts.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.perceus.module.scripts.site.FolderSurvey.Found;
import org.perceus.module.scripts.site.ScriptTree.Place;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.spi.StateScript.State;
import org.perceus.provisioning.spi.site.SiteText;

/** Reads the files of a survey. */
final class ScriptReader {
    static final int LONGEST = 256 << 10;

    private final Path folder;

    ScriptReader(Path folder) {
        this.folder = folder;
    }

    /** The scripts; what is wrong with one is a problem of its place. */
    ScriptTree read(FolderSurvey survey) {
        if (survey.limit().isPresent()) {
            return new ScriptTree(Map.of(), Map.of(), survey.strays(), survey.limit());
        }
        Map<Place, List<SiteScript>> scripts = new HashMap<>();
        Map<Place, String> problems = new HashMap<>();
        for (Found found : survey.files()) {
            try {
                scripts.computeIfAbsent(found.place(), place -> new ArrayList<>())
                        .add(script(found));
            } catch (ProvisioningException e) {
                problems.putIfAbsent(found.place(), "the script " + origin(found) + " " + e.getMessage());
            } catch (IOException e) {
                problems.putIfAbsent(found.place(), "the script " + origin(found) + " cannot be read: " + e);
            }
        }
        return new ScriptTree(scripts, problems, survey.strays(), survey.limit());
    }

    private SiteScript script(Found found) throws IOException, ProvisioningException {
        if (!StateScript.isName(found.name())) {
            throw new ProvisioningException(
                    "has a name that is none for a script: use a letter or digit, then letters, digits,"
                            + " dots, hyphens and underscores, 64 in all");
        }
        String text = SiteText.read(found.file(), LONGEST);
        ScriptHead head = ScriptHead.of(text);
        boolean foreign = head.interpreter()
                .filter(name -> !ScriptHead.SHELLS.contains(name))
                .isPresent();
        if (found.place().state().equals(State.INIT) && !found.executable() && foreign) {
            throw new ProvisioningException(
                    "begins with #! and " + Excerpt.of(head.interpreter().get())
                            + ", but Perceus OS has a shell alone: write it for #!/bin/sh, or let the server execute it by chmod +x");
        }
        return new SiteScript(found.name(), found.file(), origin(found), text, found.executable(), head.onFailure());
    }

    private String origin(Found found) {
        return FolderSurvey.place(folder, found.file());
    }
}
