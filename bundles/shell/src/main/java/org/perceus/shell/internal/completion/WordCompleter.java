package org.perceus.shell.internal.completion;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.site.Site;

/** Completes a word of a command from what the site has. */
public abstract class WordCompleter implements Completer {
    @Reference
    private Site site;

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        candidates.addAll(completions(typed(line)));
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public final void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        for (String word : completions(typed(line))) {
            candidates.add(new Candidate(word, !word.endsWith("=")));
        }
    }

    /** What a word may become that begins as typed. */
    public final List<String> completions(String typed) {
        try {
            return words(site, typed)
                    .filter(word -> word.startsWith(typed))
                    .distinct()
                    .toList();
        } catch (CommandFailure notRunning) {
            return List.of();
        }
    }

    /** What the word may be; words that do not begin as typed are left out later. */
    abstract Stream<String> words(Site site, String typed);

    private static String typed(CommandLine line) {
        String argument = line.getCursorArgument();
        return argument == null ? "" : argument.substring(0, line.getArgumentPosition());
    }
}
