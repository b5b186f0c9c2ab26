package org.perceus.shell.internal.script;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/**
 * The scripts that a node would run in the states of its life, as they are shown. Immutable.
 *
 * @param scripts the scripts, in the order in which they run
 */
public record ScriptReport(List<StateScript> scripts) {
    /** Copies the list. */
    public ScriptReport {
        scripts = List.copyOf(scripts);
    }

    /**
     * The scripts of some shares.
     *
     * @param state the only state whose scripts are wanted
     * @param name the only name
     */
    public static ScriptReport of(List<ModuleShare> shares, Optional<StateScript.State> state, Optional<String> name) {
        return new ScriptReport(shares.stream()
                .flatMap(share -> share.script().scripts().stream())
                .filter(script -> state.map(script.state()::equals).orElse(true))
                .filter(script -> name.map(script.name()::equals).orElse(true))
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .toList());
    }

    /**
     * The state of a word.
     *
     * @throws CommandFailure when it is none
     */
    public static StateScript.State state(String word) {
        return StateScript.State.parse(word)
                .orElseThrow(() -> CommandFailure.usage("'" + word + "' is not a state of scripts: use one of "
                        + StateScript.State.LIFE.stream()
                                .map(StateScript.State::toString)
                                .collect(Collectors.joining(", "))
                        + ", or x-NAME for one of the site's own"));
    }

    /** As a table. */
    public Table table() {
        Table table = new Table(
                Column.of("STATE"),
                Column.of("NAME"),
                Column.of("ON FAILURE"),
                Column.number("LINES"),
                Column.text("FROM"));
        scripts.forEach(script -> table.row(
                script.state().toString(),
                script.name(),
                script.onFailure().toString(),
                String.valueOf(script.text().lines().count()),
                script.origin()));
        return table;
    }

    /**
     * As JSON; the fields are documented in {@code docs/commands.md} and stay.
     *
     * @param withText whether the lines of the scripts are in it
     */
    public JsonArray json(boolean withText) {
        JsonArray array = new JsonArray();
        for (StateScript script : scripts) {
            JsonObject one = new JsonObject();
            one.addProperty("state", script.state().toString());
            one.addProperty("name", script.name());
            one.addProperty("onFailure", script.onFailure().toString());
            one.addProperty("lines", script.text().lines().count());
            one.addProperty("from", script.origin());
            if (withText) {
                one.addProperty("text", script.text());
            }
            array.add(one);
        }
        return array;
    }

    /**
     * The lines of the scripts, each with a heading when there are several.
     *
     * @param terminal whether a terminal shows them, which characters in them must not drive
     */
    public String text(boolean terminal) {
        return scripts.stream()
                .map(script -> heading(script) + (terminal ? harmless(script.text()) : script.text()))
                .map(text -> text.endsWith("\n") ? text : text + "\n")
                .collect(Collectors.joining("\n"));
    }

    private String heading(StateScript script) {
        return scripts.size() == 1
                ? ""
                : "# " + script.state() + " " + script.name() + ", from " + script.origin() + "\n";
    }

    private static String harmless(String text) {
        return text.lines()
                .map(line ->
                        Arrays.stream(line.split("\t", -1)).map(Printable::line).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }
}
