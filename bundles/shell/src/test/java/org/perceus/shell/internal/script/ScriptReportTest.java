package org.perceus.shell.internal.script;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.spi.StateScript.OnFailure;
import org.perceus.provisioning.spi.StateScript.State;
import org.perceus.shell.internal.screen.CommandFailure;

public class ScriptReportTest {
    private static final List<ModuleShare> SHARES = List.of(
            share("first", script(State.READY, "10-a", "one\ntwo")),
            share("none"),
            share("last", script(State.INIT, "20-b", "\u001b[2Jx\ty\n"), script(State.READY, "05-c", "three\n")));

    @Test
    public void scriptsStandInTheOrderInWhichTheyRun() {
        assertEquals(List.of("20-b", "10-a", "05-c"), names(Optional.empty(), Optional.empty()));
        assertEquals(List.of("10-a", "05-c"), names(Optional.of(State.READY), Optional.empty()));
        assertEquals(List.of("05-c"), names(Optional.empty(), Optional.of("05-c")));
        assertEquals(List.of(), names(Optional.of(State.INIT), Optional.of("05-c")));
    }

    @Test
    public void aTableHasOneRowForEach() {
        List<String> lines = report().table().text(0, true).lines().toList();
        assertEquals("STATE  NAME  ON FAILURE  LINES  FROM", lines.get(0));
        assertEquals("ready  10-a  stop            2  ready/all/10-a", lines.get(2));
    }

    @Test
    public void jsonHasTheLinesWhereTheyAreWanted() {
        JsonArray json = report().json(true);
        assertEquals(
                "{\"state\":\"ready\",\"name\":\"10-a\",\"onFailure\":\"stop\",\"lines\":2,\"from\":\"ready/all/10-a\","
                        + "\"text\":\"one\\ntwo\"}",
                json.get(1).toString());
        assertTrue(!report().json(false).toString().contains("text"));
    }

    @Test
    public void oneScriptIsPrintedAsItIs() {
        assertEquals("one\ntwo\n", only("10-a").text(true));
        assertEquals("\u001b[2Jx\ty\n", only("20-b").text(false));
        assertEquals("?[2Jx\ty\n", only("20-b").text(true));
    }

    @Test
    public void severalHaveHeadings() {
        assertEquals(
                "# ready 10-a, from ready/all/10-a\none\ntwo\n\n# ready 05-c, from ready/all/05-c\nthree\n",
                ScriptReport.of(SHARES, Optional.of(State.READY), Optional.empty())
                        .text(false));
    }

    @Test
    public void aStateIsOneOfFourOrOfTheSite() {
        assertEquals(State.SHUTDOWN, ScriptReport.state("shutdown"));
        assertEquals(new State("x-drain"), ScriptReport.state("x-drain"));
        CommandFailure failure = assertThrows(CommandFailure.class, () -> ScriptReport.state("halt"));
        assertEquals(
                "'halt' is not a state of scripts: use one of init, start, ready, shutdown, or x-NAME for one of the site's own",
                failure.getMessage());
    }

    private static ScriptReport report() {
        return ScriptReport.of(SHARES, Optional.empty(), Optional.empty());
    }

    private static ScriptReport only(String name) {
        return ScriptReport.of(SHARES, Optional.empty(), Optional.of(name));
    }

    private static List<String> names(Optional<State> state, Optional<String> name) {
        return ScriptReport.of(SHARES, state, name).scripts().stream()
                .map(StateScript::name)
                .toList();
    }

    private static StateScript script(State state, String name, String text) {
        return new StateScript(state, name, text, OnFailure.STOP, state + "/all/" + name);
    }

    private static ModuleShare share(String module, StateScript... scripts) {
        NodeScript.Builder share = NodeScript.builder();
        List.of(scripts).forEach(share::script);
        return new ModuleShare(module, "1", share.build());
    }
}
