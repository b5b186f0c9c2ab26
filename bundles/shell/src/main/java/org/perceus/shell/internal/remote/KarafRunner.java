package org.perceus.shell.internal.remote;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.perceus.shell.internal.command.Catalogue;
import org.perceus.shell.internal.completion.WordCompleter;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.ExitCode;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the commands of the Karaf shell's scope {@code perceus}, without its language: words stay as they were typed. */
final class KarafRunner implements CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(KarafRunner.class);
    private static final String SCOPE = "perceus";

    private final SessionFactory sessions;
    private final String version;

    KarafRunner(SessionFactory sessions, String version) {
        this.sessions = sessions;
        this.version = version;
    }

    @Override
    public int run(Request request, Screen screen) {
        try {
            run(request.arguments(), screen);
            return ExitCode.DONE;
        } catch (CommandFailure e) {
            complain(screen, e.getMessage());
            return e.exitCode();
        } catch (IllegalArgumentException e) {
            // The types of the other rooms speak so to administrators.
            LOG.debug("refused", e);
            complain(screen, Printable.sentence(e.getMessage()));
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void run(List<String> words, Screen screen) throws InterruptedException {
        CommandWords commands = new CommandWords(descriptions());
        String first = words.isEmpty() ? "--help" : words.get(0);
        switch (first) {
            case "--help", "-h", "help" -> screen.out().print(HelpText.list(commands.all(), screen.width()));
            case "--version" -> screen.out().println("Perceus " + version);
            case "--complete" -> complete(commands, words.subList(1, words.size()), screen);
            case "completion" -> printCompletion(words, screen);
            default -> runCommand(commands, words, screen);
        }
    }

    private void runCommand(CommandWords commands, List<String> words, Screen screen) throws InterruptedException {
        Optional<CommandWords.Found> found = commands.find(words);
        if (found.isEmpty()) {
            String last = words.get(words.size() - 1);
            boolean help = last.equals("--help") || last.equals("help");
            SortedMap<String, String> all = commands.of(help ? words.subList(0, words.size() - 1) : words);
            if (all.isEmpty()) {
                throw commands.unknown(words);
            }
            screen.out().print(HelpText.list(all, screen.width()));
            return;
        }
        String name = found.get().name();
        List<String> rest = found.get().rest();
        Optional<CommandSyntax> syntax = syntax(name);
        if (syntax.isPresent() && rest.contains("--help")) {
            screen.out().print(HelpText.command(syntax.get(), screen.width()));
            return;
        }
        List<String> arguments =
                syntax.map(known -> ArgumentOrder.of(known, rest)).orElse(rest);
        execute(sessions.getRegistry().getCommand(SCOPE, name), arguments, screen);
    }

    private void execute(Command command, List<String> arguments, Screen screen) throws InterruptedException {
        Session session = sessions.create(InputStream.nullInputStream(), screen.out(), screen.err());
        try {
            session.put(Screen.VARIABLE, screen);
            command.execute(session, new ArrayList<Object>(arguments));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (CommandException e) {
            throw CommandFailure.usage(e.getMessage() + ": 'perceus " + CommandWords.typed(command.getName())
                    + " --help' shows what it takes");
        } catch (Exception e) {
            throw new IllegalStateException(command.getName() + " failed", e);
        } finally {
            session.close();
        }
    }

    private void complete(CommandWords commands, List<String> words, Screen screen) {
        Registry registry = sessions.getRegistry();
        WordCompletion completion = new WordCompletion(
                commands,
                KarafRunner::syntax,
                type -> registry.getService(type) instanceof WordCompleter found
                        ? Optional.of(found)
                        : Optional.empty());
        StringBuilder lines = new StringBuilder();
        completion.of(words).forEach(word -> lines.append(word).append('\n'));
        screen.out().print(lines);
    }

    private static void printCompletion(List<String> words, Screen screen) {
        if (!words.equals(List.of("completion", "bash"))) {
            throw CommandFailure.usage("there is completion for bash alone: type 'perceus completion bash'");
        }
        screen.out().print(BashCompletion.script());
    }

    private SortedMap<String, String> descriptions() {
        SortedMap<String, String> descriptions = new TreeMap<>();
        for (Command command : sessions.getRegistry().getCommands()) {
            if (command.getScope().equals(SCOPE)) {
                descriptions.put(command.getName(), command.getDescription());
            }
        }
        return descriptions;
    }

    private static Optional<CommandSyntax> syntax(String name) {
        return Catalogue.action(name).map(CommandSyntax::of);
    }

    private static void complain(Screen screen, String sentence) {
        screen.out().flush();
        screen.err().println("perceus: " + sentence);
    }
}
