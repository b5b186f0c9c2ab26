package org.perceus.module.scripts.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.perceus.module.scripts.site.FolderSurvey.Found;
import org.perceus.module.scripts.site.ScriptTree.Place;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.spi.StateScript.State;

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
            } catch (ScriptProblem e) {
                problems.putIfAbsent(found.place(), "the script " + origin(found) + " " + e.getMessage());
            } catch (IOException e) {
                problems.putIfAbsent(found.place(), "the script " + origin(found) + " cannot be read: " + e);
            }
        }
        return new ScriptTree(scripts, problems, survey.strays(), survey.limit());
    }

    private SiteScript script(Found found) throws IOException, ScriptProblem {
        if (!StateScript.isName(found.name())) {
            throw new ScriptProblem("has a name that is none for a script: use a letter or digit, then letters, digits,"
                    + " dots, hyphens and underscores, 64 in all");
        }
        String text = text(found.file());
        ScriptHead head = ScriptHead.of(text);
        boolean foreign = head.interpreter()
                .filter(name -> !ScriptHead.SHELLS.contains(name))
                .isPresent();
        if (found.place().state().equals(State.INIT) && !found.executable() && foreign) {
            throw new ScriptProblem(
                    "begins with #! and " + Excerpt.of(head.interpreter().get())
                            + ", but Perceus OS has a shell alone: write it for #!/bin/sh, or let the server execute it by chmod +x");
        }
        return new SiteScript(found.name(), found.file(), origin(found), text, found.executable(), head.onFailure());
    }

    private static String text(Path file) throws IOException, ScriptProblem {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new ScriptProblem("has more than " + (LONGEST >> 10) + " KiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // the same as with a NUL
        }
        throw new ScriptProblem("is not text in UTF-8");
    }

    private String origin(Found found) {
        return FolderSurvey.place(folder, found.file());
    }
}
