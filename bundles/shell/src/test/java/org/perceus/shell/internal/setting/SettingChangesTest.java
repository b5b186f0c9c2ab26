package org.perceus.shell.internal.setting;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.CommandFailure;

public class SettingChangesTest {
    @Test
    public void wordsWithEqualsSignsAreChanges() {
        SettingChanges changes = SettingChanges.parse(List.of("capsule=debian-12", "n1", "method=nfs-root", "@rack1"));
        assertEquals(List.of("n1", "@rack1"), changes.targets());
        assertEquals(Optional.of("debian-12"), changes.values().get(new SettingKey("capsule")));
        assertEquals(Optional.of("nfs-root"), changes.values().get(new SettingKey("method")));
    }

    @Test
    public void theFirstEqualsSignEndsTheKey() {
        SettingChanges changes = SettingChanges.parse(List.of("kernel-args=console=ttyS0 quiet"));
        assertEquals(Optional.of("console=ttyS0 quiet"), changes.values().get(new SettingKey("kernel-args")));
    }

    @Test
    public void nothingBehindTheSignRemoves() {
        assertEquals(
                Optional.empty(),
                SettingChanges.parse(List.of("capsule=")).values().get(new SettingKey("capsule")));
    }

    @Test
    public void areShownAsTyped() {
        assertEquals(
                "method=nfs-root capsule=",
                SettingChanges.parse(List.of("method=nfs-root", "n1", "capsule="))
                        .toString());
    }

    @Test
    public void noChangesIsAUsageError() {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> SettingChanges.parse(List.of("n1")));
        assertEquals(2, failure.exitCode());
        assertEquals("nothing to set: write key=value, as in capsule=debian-12", failure.getMessage());
    }

    @Test
    public void aKeyTwiceIsAUsageError() {
        CommandFailure failure =
                assertThrows(CommandFailure.class, () -> SettingChanges.parse(List.of("capsule=a", "capsule=b")));
        assertEquals("'capsule' is set twice: give each key once", failure.getMessage());
    }

    @Test
    public void aMalformedKeyIsRefused() {
        String sentence = assertThrows(
                        IllegalArgumentException.class, () -> SettingChanges.parse(List.of("Kernel Args=x")))
                .getMessage();
        assertTrue(sentence, sentence.startsWith("'Kernel Args' is not the key of a setting"));
    }
}
