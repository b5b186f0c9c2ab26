package org.perceus.module.scripts.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.StateScript.OnFailure;

/**
 * What the first lines of a script say of it.
 *
 * @param interpreter name of the program that it is for, if it names one
 * @param onFailure what a node does when it fails
 */
record ScriptHead(Optional<String> interpreter, OnFailure onFailure) {
    /** What Perceus OS can run. */
    static final Set<String> SHELLS = Set.of("sh", "ash", "dash");

    private static final int LINES = 20;
    private static final Pattern OURS = Pattern.compile("#\\s*perceus:(.*)");

    static ScriptHead of(String text) throws ProvisioningException {
        List<String> lines = text.lines().limit(LINES).toList();
        if (text.contains("\r\n")) {
            throw new ProvisioningException("has line ends of Windows: remove the carriage returns");
        }
        OnFailure onFailure = OnFailure.STOP;
        for (String line : lines) {
            Matcher ours = OURS.matcher(line);
            if (ours.matches()) {
                onFailure = onFailure(ours.group(1).strip());
            }
        }
        return new ScriptHead(lines.stream().findFirst().flatMap(ScriptHead::interpreter), onFailure);
    }

    private static OnFailure onFailure(String word) throws ProvisioningException {
        return switch (word) {
            case "on-failure=stop" -> OnFailure.STOP;
            case "on-failure=continue" -> OnFailure.CONTINUE;
            default ->
                throw new ProvisioningException("has the line '# perceus: " + Excerpt.of(word)
                        + "': use '# perceus: on-failure=stop' or '# perceus: on-failure=continue'");
        };
    }

    private static Optional<String> interpreter(String line) {
        if (!line.startsWith("#!")) {
            return Optional.empty();
        }
        String[] words = line.substring(2).strip().split("\\s+");
        boolean byEnv = words.length > 1 && words[0].endsWith("/env");
        String path = words[byEnv ? 1 : 0];
        return Optional.of(path.substring(path.lastIndexOf('/') + 1));
    }
}
