package org.perceus.module.scripts.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.spi.StateScript.OnFailure;
import org.perceus.provisioning.spi.StateScript.State;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.TestNode;

public class ScriptFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path root;
    private ScriptFolder folder;

    @Before
    public void makeFolder() {
        root = temporary.getRoot().toPath().resolve("scripts");
        folder = new ScriptFolder(root, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    public void aSiteNeedNotHaveScripts() throws Exception {
        assertEquals(List.of(), origins(State.START));
        assertEquals(List.of(), folder.tree().complaints());
    }

    @Test
    public void namesDecideTheOrderAndLaterScopesOverride() throws Exception {
        write("start/all/30-c", "all");
        write("start/all/10-a", "all");
        write("start/capsule/n0001/10-a", "capsule");
        write("start/group/rack1/20-b", "group");
        write("start/group/rack1/10-a", "group");
        write("start/node/n0001/30-c", "node");
        write("start/group/rack2/40-d", "another group");
        write("ready/all/50-e", "another state");
        assertEquals(
                List.of("start/group/rack1/10-a", "start/group/rack1/20-b", "start/node/n0001/30-c"),
                origins(State.START));
        assertEquals(List.of("ready/all/50-e"), origins(State.READY));
    }

    @Test
    public void anEmptyFileSwitchesOneOff() throws Exception {
        write("init/all/10-a", "true");
        write("init/all/20-b", "true");
        write("init/node/n0001/10-a", "");
        assertEquals(List.of("init/all/20-b"), origins(State.INIT));
    }

    @Test
    public void theExecutableBitSendsItToTheServer() throws Exception {
        Path file = write("start/all/10-a", "#!/usr/bin/python3\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        write("start/all/20-b", "true");
        folder.look();
        List<SiteScript> scripts = folder.tree().of(new TestNode(), State.START);
        assertTrue(scripts.get(0).onServer());
        assertFalse(scripts.get(1).onServer());
    }

    @Test
    public void whatANodeDoesWhenOneFailsStandsInIt() throws Exception {
        write("start/all/10-a", "#!/bin/sh\n# perceus: on-failure=continue\ntrue\n");
        write("start/all/20-b", "#!/bin/sh\ntrue\n");
        folder.look();
        List<SiteScript> scripts = folder.tree().of(new TestNode(), State.START);
        assertEquals(OnFailure.CONTINUE, scripts.get(0).onFailure());
        assertEquals(OnFailure.STOP, scripts.get(1).onFailure());
    }

    @Test
    public void aScriptThatIsWrongHoldsTheNodesThatItIsFor() throws Exception {
        assertWrong("start/node/n0001/10 a", "true", "has a name that is none for a script");
        assertWrong("start/node/n0001/10-ä", "true", "has a name that is none for a script");
        assertWrong("start/node/n0001/10-$(id)", "true", "has a name that is none for a script");
        assertWrong("start/node/n0001/" + "x".repeat(65), "true", "has a name that is none for a script");
        assertWrong("start/node/n0001/10-a", "a\0b", "is not text in UTF-8");
        assertWrong("start/node/n0001/10-a", "#!/bin/sh\r\ntrue\r\n", "has line ends of Windows");
        assertWrong("start/node/n0001/10-a", "x".repeat(ScriptReader.LONGEST + 1), "has more than 256 KiB");
        assertWrong(
                "start/node/n0001/10-a", "# perceus: on-failure=maybe\n", "has the line '# perceus: on-failure=maybe'");
        assertWrong("init/node/n0001/10-a", "#!/usr/bin/env python3\n", "begins with #! and python3, but Perceus OS");
        assertWrong("init/node/n0001/10-a", "#!/bin/bash -e\n", "begins with #! and bash, but Perceus OS");
    }

    @Test
    public void otherNodesDoNotMindIt() throws Exception {
        write("start/node/n0002/10 a", "true");
        write("start/all/20-b", "true");
        assertEquals(List.of("start/all/20-b"), origins(State.START));
        assertEquals(1, folder.tree().complaints().size());
    }

    @Test
    public void aSiteHasStatesOfItsOwn() throws Exception {
        write("x-drain/all/10-a", "true");
        write("ready/all/10-a", "true");
        write("x-Drain/all/10-a", "true");
        assertEquals(List.of("x-drain/all/10-a"), origins(new State("x-drain")));
        assertEquals(List.of(State.READY, new State("x-drain")), folder.tree().states());
        assertEquals(1, folder.tree().complaints().size());
    }

    @Test
    public void whatEditorsLeaveBehindIsNoScript() throws Exception {
        write("start/all/.10-a.swp", "\0");
        write("start/all/10-a~", "true");
        assertEquals(List.of(), origins(State.START));
        assertEquals(List.of(), folder.tree().complaints());
    }

    @Test
    public void whatIsAtNoPlaceOfAScriptIsNamed() throws Exception {
        write("redy/all/10-a", "true");
        write("start/everybody/10-a", "true");
        write("start/10-a", "true");
        write("start/group/10-a", "true");
        write("start/all/folder/10-a", "true");
        assertEquals(List.of(), origins(State.START));
        List<String> complaints = folder.tree().complaints();
        assertEquals(complaints.toString(), 5, complaints.size());
        assertTrue(complaints.toString(), complaints.stream().anyMatch(one -> one.contains("redy in ")));
    }

    @Test
    public void aNameCannotForgeALineOfTheLog() throws Exception {
        write("start/all/10-a\nroot logged in", "true");
        folder.look();
        assertTrue(folder.tree().complaints().get(0).startsWith("the script start/all/10-a?root logged in has a name"));
    }

    @Test
    public void aFolderThatIsTooLargeHoldsAllNodes() throws Exception {
        for (int i = 0; i <= FolderSurvey.MOST_FILES; i++) {
            write("start/node/n" + i + "/10-a", "true");
        }
        assertEquals("the folder " + root + " has more than 4096 files, which is too much for scripts", refusal());
    }

    @Test
    public void aChangeIsTakenWhenItIsAtRest() throws Exception {
        write("start/all/10-a", "true");
        folder.look();
        Path file = write("start/all/10-a", "echo changed");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusMillis(500)));
        folder.look();
        assertEquals("true", text());
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusMillis(1500)));
        folder.look();
        assertEquals("echo changed", text());
        Files.setLastModifiedTime(write("start/all/10-a", "x"), FileTime.from(NOW.plusSeconds(3600)));
        folder.look();
        assertEquals("x", text());
        Files.delete(file);
        folder.look();
        assertEquals(List.of(), origins(State.START));
    }

    @Test
    public void hostileNamesAreRefusedWithASentenceForATerminal() throws Exception {
        int tried = 0;
        for (String name : HostileText.values()) {
            boolean canBeAFile = StandardCharsets.UTF_8.newEncoder().canEncode(name)
                    && name.getBytes(StandardCharsets.UTF_8).length <= 255
                    && name.indexOf('/') < 0
                    && name.indexOf('\0') < 0
                    && !name.startsWith(".");
            if (canBeAFile) {
                tried++;
                root = temporary.newFolder().toPath();
                folder = new ScriptFolder(root, Clock.fixed(NOW, ZoneOffset.UTC));
                write("ready/all/" + name, "true");
                assertNameIsRefusedOrPlain(name);
            }
        }
        assertTrue(tried + " names", tried > 200);
    }

    private void assertNameIsRefusedOrPlain(String name) {
        folder.look();
        try {
            for (SiteScript script : folder.tree().of(new TestNode(), State.READY)) {
                assertTrue(name, script.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
            }
        } catch (ProvisioningException e) {
            assertEquals(Optional.of(e.getMessage()), SettingForm.text().read(e.getMessage()));
        }
    }

    private String text() throws ProvisioningException {
        return folder.tree().of(new TestNode(), State.START).get(0).text();
    }

    private void assertWrong(String path, String text, String reason) throws Exception {
        Path file = write(path, text);
        folder = new ScriptFolder(root, Clock.fixed(NOW, ZoneOffset.UTC));
        folder.look();
        State state = new State(path.substring(0, path.indexOf('/')));
        String sentence = assertThrows(
                        ProvisioningException.class, () -> folder.tree().of(new TestNode(), state))
                .getMessage();
        assertTrue(sentence, sentence.startsWith("the script " + path + " " + reason));
        assertEquals(List.of(sentence), folder.tree().complaints());
        Files.delete(file);
    }

    private String refusal() {
        folder.look();
        return assertThrows(ProvisioningException.class, () -> folder.tree().of(new TestNode(), State.READY))
                .getMessage();
    }

    private List<String> origins(State state) throws ProvisioningException {
        folder.look();
        return folder.tree().of(new TestNode(), state).stream()
                .map(SiteScript::origin)
                .toList();
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        return file;
    }
}
