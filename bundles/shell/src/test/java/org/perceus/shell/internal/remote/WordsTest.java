package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.perceus.shell.internal.command.Catalogue;
import org.perceus.shell.internal.completion.WordCompleter;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

public class WordsTest {
    private final FakeSite site = FakeSite.sample();
    private final CommandWords commands = new CommandWords(new TreeMap<>(Map.of(
            "node-list", "Lists nodes",
            "node-set", "Sets nodes",
            "node-script-list", "Lists scripts",
            "node-script-show", "Shows scripts",
            "boot-list", "Lists boots",
            "info", "Shows the site")));

    @Test
    public void commandsAreFoundByTheirWords() {
        CommandWords.Found found = new CommandWords.Found("node-list", List.of("n1"));
        assertEquals(Optional.of(found), commands.find(List.of("node", "list", "n1")));
        assertEquals(Optional.of(found), commands.find(List.of("node-list", "n1")));
        assertEquals(Optional.of(found), commands.find(List.of("perceus:node-list", "n1")));
        assertEquals(Optional.of(new CommandWords.Found("info", List.of())), commands.find(List.of("info")));
        assertEquals(
                Optional.of(new CommandWords.Found("node-script-list", List.of("n1"))),
                commands.find(List.of("node", "script", "list", "n1")));
        assertEquals(Optional.empty(), commands.find(List.of("node", "script")));
        assertEquals(Optional.empty(), commands.find(List.of("node")));
        assertEquals(Optional.empty(), commands.find(List.of("")));
    }

    @Test
    public void nounsAreTheFirstWords() {
        assertEquals(List.of("boot", "info", "node"), commands.nouns());
        assertEquals(
                List.of("node-list", "node-script-list", "node-script-show", "node-set"),
                List.copyOf(commands.of(List.of("node")).keySet()));
        assertEquals(
                List.of("node-script-list", "node-script-show"),
                List.copyOf(commands.of(List.of("node", "script")).keySet()));
    }

    @Test
    public void nounsVerbsAndOptionsComplete() {
        assertEquals(List.of("node"), complete("n"));
        assertEquals(List.of("list", "script", "set"), complete("node", ""));
        assertEquals(List.of("list", "show"), complete("node", "script", ""));
        assertEquals(List.of("--json", "--state", "--help"), complete("node", "list", "--"));
        assertEquals(List.of("bash"), complete("completion", ""));
        assertEquals(List.of(), complete("nonsense", "n"));
        assertEquals(List.of(), complete());
    }

    @Test
    public void nodesAndGroupsComplete() {
        assertEquals(List.of("n1", "n2", "n10", "@rack1", "@rack2"), complete("node", "list", ""));
        assertEquals(List.of("n1", "n10"), complete("node", "list", "n2", "n1"));
        assertEquals(List.of("@rack2"), complete("node", "list", "--json", "@rack2"));
    }

    @Test
    public void valuesOfOptionsComplete() {
        assertEquals(List.of("ready"), complete("node", "list", "--state", "r"));
        assertEquals(List.of("n1", "n10"), complete("node", "list", "--state", "ready", "n1"));
    }

    @Test
    public void theOptionForRangesWithMissingNodesCompletes() {
        assertEquals(List.of("--existing"), complete("node", "set", "--e"));
        assertEquals(List.of(), complete("node", "list", "--e"));
    }

    @Test
    public void settingsComplete() {
        assertEquals(List.of("capsule="), complete("node", "set", "cap"));
        assertEquals(List.of("capsule=debian-12", "capsule=debian-12@2"), complete("node", "set", "capsule="));
        assertEquals(List.of("method=nfs-root"), complete("node", "set", "method=n"));
        assertEquals(List.of("modules=hostname"), complete("node", "set", "modules="));
        assertEquals(List.of("modules=network,hostname"), complete("node", "set", "modules=network,h"));
        assertEquals(List.of(), complete("node", "set", "modules=hostname,h"));
        assertEquals(List.of("group=rack1", "group=rack2"), complete("node", "set", "group="));
        assertEquals(List.of(), complete("node", "set", "address="));
    }

    @Test
    public void aPartThatIsNotRunningCompletesNothing() {
        site.registryRuns = false;
        assertEquals(List.of(), complete("node", "list", ""));
    }

    @Test
    public void helpNeverGoesBeyondTheTerminal() {
        for (int width = 60; width < 120; width++) {
            for (var action : Catalogue.actions()) {
                for (String line :
                        HelpText.command(CommandSyntax.of(action), width).split("\n")) {
                    boolean usage = line.startsWith("usage: ") || line.endsWith(".");
                    assertTrue(width + ": " + line, usage || line.length() <= width);
                }
            }
        }
    }

    @Test
    public void everyCommandIsInTheCatalogueAndSaysWhatItDoes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/perceus/shell/internal/command"))) {
            long annotated = files.filter(WordsTest::isCommand).count();
            assertEquals(annotated, Catalogue.actions().size());
        }
        for (var action : Catalogue.actions()) {
            CommandSyntax syntax = CommandSyntax.of(action);
            assertTrue(syntax.name(), syntax.description().length() > 20);
            syntax.options()
                    .forEach(option ->
                            assertTrue(syntax.name(), !option.description().isEmpty()));
            syntax.arguments()
                    .forEach(argument ->
                            assertTrue(syntax.name(), !argument.description().isEmpty()));
        }
    }

    private static boolean isCommand(Path file) {
        try {
            return Files.readString(file).contains("\n@Command(");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> complete(String... words) {
        SessionFactory shell = KarafShell.with(site);
        return new WordCompletion(
                        commands,
                        name -> Catalogue.action(name).map(CommandSyntax::of),
                        type -> Optional.of((WordCompleter) shell.getRegistry().getService(type)))
                .of(List.of(words));
    }
}
