package org.perceus.module.scripts.site;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder of the site's scripts, which is looked at now and then. Thread-safe. */
public final class ScriptFolder {
    private static final System.Logger LOG = System.getLogger(ScriptFolder.class.getName());

    private final Path folder;
    private final Clock clock;
    private Optional<FolderSurvey> survey = Optional.empty();
    private volatile ScriptTree tree = ScriptTree.empty();

    public ScriptFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What was there at the last look. */
    public ScriptTree tree() {
        return tree;
    }

    /** Looks for changes. What is being written is taken at a later look, unless this is the first. */
    public synchronized void look() {
        try {
            FolderSurvey now = FolderSurvey.of(folder);
            boolean changed = survey.filter(now::isSame).isEmpty();
            if (changed && (survey.isEmpty() || now.isAtRest(clock.instant()))) {
                survey = Optional.of(now);
                publish(new ScriptReader(folder).read(now));
            }
        } catch (IOException e) {
            survey = Optional.empty();
            String sentence = "the folder of scripts cannot be read: " + e;
            publish(new ScriptTree(Map.of(), Map.of(), List.of(), Optional.of(sentence)));
        }
    }

    private void publish(ScriptTree read) {
        List<String> known = tree.complaints();
        read.complaints().stream()
                .filter(sentence -> !known.contains(sentence))
                .forEach(sentence -> LOG.log(Level.WARNING, sentence));
        tree = read;
    }
}
