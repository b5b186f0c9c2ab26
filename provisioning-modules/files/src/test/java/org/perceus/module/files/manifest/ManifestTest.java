package org.perceus.module.files.manifest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.testkit.HostileText;

public class ManifestTest {
    @Test
    public void aLineHasAPathAndWhatItGives() {
        Manifest manifest = Manifest.read("m", "# comment\n\n  /etc/a\towner=0:slurm  mode=0640\r\n/etc/b mode=4755\n");
        assertEquals(List.of(), manifest.problems());
        assertEquals(
                List.of(
                        new ManifestRule(
                                3,
                                new PathPattern("/etc/a"),
                                Optional.of("0640"),
                                Optional.of("0:slurm"),
                                Optional.empty()),
                        new ManifestRule(
                                4, new PathPattern("/etc/b"), Optional.of("4755"), Optional.empty(), Optional.empty())),
                manifest.rules());
    }

    @Test
    public void wrongLinesAreToldWithTheirNumbers() {
        assertEquals(
                List.of(
                        "m line 1: 'etc/a' is no path: begin with a path on the node such as /etc/motd, with ? for a"
                                + " blank in it",
                        "m line 2: 'mod=600' is not known: use mode=OCTAL, owner=USER:GROUP or run=COMMAND",
                        "m line 4: it says nothing of /etc/a: add mode=OCTAL, owner=USER:GROUP or run=COMMAND",
                        "m line 5: '$(id)' is no owner: use USER or USER:GROUP",
                        "m line 6: '888' is no mode: use one such as 640 or 4755"),
                Manifest.read(
                                "m",
                                "etc/a mode=600\n/etc/a mod=600\n/etc/fine mode=600\n/etc/a\n/etc/a owner=$(id)\n"
                                        + "/etc/a mode=888")
                        .problems());
    }

    @Test
    public void aCommandIsTheRestOfItsLine() {
        ManifestRule rule = Manifest.read("m", "/etc/aliases mode=644 run=newaliases -v mode='x' # all\n")
                .rules()
                .get(0);
        assertEquals(Optional.of("newaliases -v mode='x' # all"), rule.run());
        assertEquals(Optional.of("644"), rule.mode());
        assertEquals(
                List.of("m line 1: run= needs a command of at most 1000 characters behind it"),
                Manifest.read("m", "/etc/aliases run= ").problems());
    }

    @Test
    public void thereIsAnEndOfLines() {
        assertEquals(
                List.of("m has 1001 lines, and 1000 are allowed: use patterns"),
                Manifest.read("m", "/a mode=600\n".repeat(1001)).problems());
    }

    @Test
    public void patternsKnowFolders() {
        assertMatches("/etc/*.conf", "/etc/a.conf", "/etc/.conf");
        assertMisses("/etc/*.conf", "/etc/a/b.conf", "/etc/a.conf.d", "/etc/a_conf");
        assertMatches("/etc/**", "/etc/a", "/etc/a/b", "/etc/");
        assertMisses("/etc/**", "/etc", "/etcetera");
        assertMatches("/a?b", "/a b", "/axb");
        assertMisses("/a?b", "/ab", "/a/b");
        assertMatches("/**/key", "/a/key", "/a/b/key");
        assertMatches("/etc/a", "/etc/a");
        assertMisses("/etc/a", "/etc/ab", "/etc/", "");
    }

    @Test
    public void aHostilePatternCostsLittle() {
        assertFalse(new PathPattern("/" + "**a".repeat(300)).matches("/" + "a".repeat(4000) + "b"));
    }

    private static void assertMatches(String pattern, String... paths) {
        for (String path : paths) {
            assertTrue(pattern + " " + path, new PathPattern(pattern).matches(path));
        }
    }

    private static void assertMisses(String pattern, String... paths) {
        for (String path : paths) {
            assertFalse(pattern + " " + path, new PathPattern(pattern).matches(path));
        }
    }

    @Test
    public void hostileWordsAreRefusedOrWhatTheyAre() {
        for (String value : HostileText.values()) {
            for (String line :
                    List.of("/x mode=" + value, "/x owner=" + value, "/x run=" + value, "/x " + value, value)) {
                Manifest manifest = Manifest.read("f", line);
                manifest.problems()
                        .forEach(problem -> assertEquals(
                                Optional.of(problem).filter(sentence -> sentence.length() < 1000),
                                SettingForm.text().read(problem)));
                for (ManifestRule rule : manifest.rules()) {
                    assertTrue(line, rule.mode().stream().allMatch(NodeFile::isMode));
                    assertTrue(line, rule.owner().stream().allMatch(NodeFile::isOwner));
                    assertTrue(
                            line,
                            rule.run().stream().allMatch(run -> run.lines().count() == 1));
                }
            }
        }
    }
}
