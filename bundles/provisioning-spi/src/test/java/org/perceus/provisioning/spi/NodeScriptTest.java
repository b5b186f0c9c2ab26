package org.perceus.provisioning.spi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class NodeScriptTest {
    private static final class Root implements Artifact {
        @Override
        public String sha256() {
            return "b".repeat(64);
        }

        @Override
        public long size() {
            return 1;
        }
    }

    @Test
    public void linesAreComplete() {
        assertEquals("", NodeScript.nothing().text());
        assertSame(NodeScript.nothing(), NodeScript.builder().build());
        assertSame(NodeScript.nothing(), NodeScript.builder().shell("").build());
        assertEquals("true\n", NodeScript.builder().shell("true").build().text());
        assertEquals("true\n", NodeScript.builder().shell("true\n").build().text());
        assertEquals(
                "step 'a'\nstep 'b'\n",
                NodeScript.builder().step("a").step("b").build().text());
    }

    @Test
    public void aBuiltScriptStaysAsItIs() {
        NodeScript.Builder builder = NodeScript.builder().step("a");
        NodeScript first = builder.build();
        builder.step("b");
        assertEquals("step 'a'\n", first.text());
    }

    @Test
    public void pathsThatLeaveTheRootAreRefused() {
        for (String path : List.of(
                "",
                "etc/hosts",
                "../etc/hosts",
                "/..",
                "/../etc",
                "/etc/../../x",
                "/etc/..",
                "./x",
                "/etc/\n",
                "/a\rb",
                "/a\u001bb",
                "/a\u0085b",
                "/a\0b")) {
            assertRefused(path, () -> NodeScript.builder().writeFile(path, "644", ""));
            assertRefused(path, () -> NodeScript.builder().linkFile("target", path));
        }
    }

    @Test
    public void pathsThatNameNoFileAreRefused() {
        for (String path : List.of("/", "/etc/", "/etc/.", "//")) {
            assertRefused(path, () -> NodeScript.builder().writeFile(path, "644", ""));
            assertRefused(path, () -> NodeScript.builder().linkFile("target", path));
        }
    }

    @Test
    public void modesAreOctal() {
        for (String mode : List.of("", "64", "648", "00644 ", "u+x", "755;id", "123456", "-644", "644\n")) {
            assertRefused(mode, () -> NodeScript.builder().writeFile("/x", mode, ""));
        }
    }

    @Test
    public void valuesWithNulAreRefused() {
        assertRefused("NUL", () -> NodeScript.builder().step("a\0b"));
        assertRefused("NUL", () -> NodeScript.builder().writeFile("/x", "644", "\0"));
        assertRefused("NUL", () -> NodeScript.builder().linkFile("\0", "/x"));
        assertRefused("NUL", () -> NodeScript.builder().variable("x", "\0"));
        assertRefused("NUL", () -> NodeScript.builder().call("f", "a", "\0"));
    }

    @Test
    public void namesOfFunctionsAndVariablesArePlain() {
        for (String name : List.of("", "A", "1a", "a b", "a;b", "a-b", "$a", "a\n", "a=b")) {
            assertRefused(name, () -> NodeScript.builder().call(name));
            assertRefused(name, () -> NodeScript.builder().callWithFile(name, "x"));
            assertRefused(name, () -> NodeScript.builder().variable(name, "x"));
        }
    }

    @Test
    public void namesOfFilesStayInTheWorkFolder() throws Exception {
        Artifact artifact = new Root();
        for (String name : List.of("", ".", "..", "../x", "a/b", "/x", "-x", ".hidden", "a\0b")) {
            assertRefused(name, () -> NodeScript.builder().fetch(artifact, name));
            assertRefused(name, () -> NodeScript.builder().callWithFile("append_overlay", name));
            assertRefused(name, () -> NodeScript.builder().enterKexec(name, "root", ""));
            assertRefused(name, () -> NodeScript.builder().enterKexec("kernel", name, ""));
        }
    }

    @Test
    public void aRefusedCallLeavesNoPartOfItself() throws Exception {
        Artifact artifact = new Root();
        NodeScript.Builder builder = NodeScript.builder().step("a");
        assertRefused("..", () -> builder.fetch(artifact, ".."));
        assertRefused("..", () -> builder.writeFile("/..", "644", "x"));
        assertRefused("NUL", () -> builder.call("step", "fine", "\0"));
        assertRefused("NUL", () -> builder.variable("x", "\0"));
        assertEquals("step 'a'\n", builder.build().text());
        assertEquals(List.of(), builder.build().files());
    }

    @Test
    public void filesAreRememberedInTheirOrder() {
        NodeScript script = NodeScript.builder()
                .writeFile("/etc/a", "600", "own")
                .linkFile("a", "/etc/b")
                .writeFile("/etc/c", "644", "site's", "all/etc/c")
                .shell("true")
                .build();
        assertEquals(
                List.of("/etc/a 600 ", "/etc/b 777 ", "/etc/c 644 all/etc/c"),
                script.files().stream()
                        .map(file -> file.path() + " " + file.mode() + " " + file.origin())
                        .toList());
        assertEquals(new FileContent.Text("own"), script.files().get(0).content());
        assertEquals(new FileContent.Link("a"), script.files().get(1).content());
    }

    @Test
    public void eachKindOfContentHasItsWord() {
        NodeScript script = NodeScript.builder()
                .make(NodeFile.of("/a", "644", FileContent.Binary.of(new byte[] {0, -1}))
                        .ownedBy("slurm:slurm"))
                .make(NodeFile.of("/b", "600", new FileContent.Published(new Root())))
                .make(NodeFile.of("/c", "1777", new FileContent.Folder()).ownedBy("0:42"))
                .build();
        assertEquals(
                """
                printf '%%s' 'AP8=' | write_binary '/a' 644
                own_file 'slurm:slurm' '/a'
                place_artifact '/b' 600 '%s' 1
                write_folder '/c' 1777
                own_file '0:42' '/c'
                """
                        .formatted("b".repeat(64)),
                script.text());
    }

    @Test
    public void ownersAreNamesOrNumbers() {
        NodeFile file = NodeFile.of("/x", "644", new FileContent.Text(""));
        for (String owner :
                List.of("", ":", "a:", ":a", "a:b:c", "a b", "$(x)", "-1", "01", "a;b", "a\n", "4294967295")) {
            assertRefused(owner, () -> file.ownedBy(owner));
        }
        assertEquals("_chrony:0", file.ownedBy("_chrony:0").owner().orElseThrow());
    }

    @Test
    public void scriptsForStatesAreKnownOfAShare() {
        StateScript script = new StateScript(
                StateScript.State.READY, "10-x", "echo 'a'\n", StateScript.OnFailure.CONTINUE, "ready/all/10-x");
        NodeScript share = NodeScript.builder().script(script).build();
        assertEquals(List.of(script), share.scripts());
        assertEquals("printf '%s' 'echo '\\''a'\\''\n' | node_script ready '10-x' continue\n", share.text());
        assertEquals(List.of(), NodeScript.nothing().scripts());
    }

    @Test
    public void namesOfScriptsArePlain() {
        for (String name : List.of("", ".", "..", ".x", "-x", "a/b", "a b", "$(id)", "a\n", "ä", "x".repeat(65))) {
            assertRefused(
                    name, () -> new StateScript(StateScript.State.START, name, "", StateScript.OnFailure.STOP, ""));
        }
    }

    @Test
    public void missingValuesAreRefused() {
        assertThrows(NullPointerException.class, () -> NodeScript.builder().step(null));
        assertThrows(NullPointerException.class, () -> MethodScript.of(null, NodeScript.nothing()));
        assertThrows(NullPointerException.class, () -> MethodScript.of(NodeScript.nothing(), null));
    }

    @Test
    public void aMethodScriptKeepsItsEnds() {
        NodeScript prepare = NodeScript.builder().step("prepare").build();
        NodeScript enter = NodeScript.builder().step("enter").build();
        MethodScript script = MethodScript.of(prepare, enter);
        assertSame(prepare, script.prepare());
        assertSame(enter, script.enter());
    }

    private static void assertRefused(String what, org.junit.function.ThrowingRunnable call) {
        IllegalArgumentException refusal =
                assertThrows("'" + what + "' was taken", IllegalArgumentException.class, call);
        assertTrue(refusal.getMessage(), refusal.getMessage().matches("(?s)('.*' is not |a script cannot hold ).*"));
    }
}
