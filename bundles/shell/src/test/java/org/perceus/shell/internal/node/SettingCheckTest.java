package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeSite;

public class SettingCheckTest {
    private final FakeSite site = FakeSite.sample();

    @Test
    public void whatIsThereIsGood() {
        check("capsule=debian-12@2", "method=nfs-root");
        check("capsule=debian-12", "modules=hostname");
        check("modules=");
    }

    @Test
    public void removingIsGood() {
        check("capsule=", "method=");
    }

    @Test
    public void otherKeysAreNotChecked() {
        check("kernel-args=whatever");
    }

    @Test
    public void anUnknownCapsuleIsRefusedWithTheChoice() {
        assertEquals("there is no capsule 'debian-13': use one of debian-12@2", refusal("capsule=debian-13"));
    }

    @Test
    public void anUnknownKernelIsRefusedWithTheChoice() {
        check("kernel=6.1.0-30-amd64", "capsule=debian-12");
        assertEquals("there is no kernel '5.4' in any capsule: use one of 6.1.0-30-amd64", refusal("kernel=5.4"));
    }

    @Test
    public void anUnknownMethodIsRefusedWithTheChoice() {
        assertEquals(
                "there is no provisioning method 'nfs': use one of stateless-ram, nfs-root", refusal("method=nfs"));
    }

    @Test
    public void aConfigurationModuleIsNoMethod() {
        assertEquals(
                "there is no provisioning method 'hostname': use one of stateless-ram, nfs-root",
                refusal("method=hostname"));
    }

    @Test
    public void eachConfigurationModuleHasToBeThere() {
        assertEquals("there is no configuration module 'host': use one of hostname", refusal("modules=hostname,host"));
        assertEquals("there is no configuration module 'nfs-root': use one of hostname", refusal("modules=nfs-root"));
    }

    @Test
    public void anEmptySiteSaysSo() {
        site.library.capsules.clear();
        site.modules.all.clear();
        assertEquals("there is no capsule 'a': no capsule is installed", refusal("capsule=a"));
        assertEquals("there is no provisioning method 'a': no method is installed", refusal("method=a"));
    }

    @Test
    public void aGroupIsRefusedWhatIsDoneOnce() {
        Name group = new Name("rack1");
        CommandFailure failure = assertThrows(
                CommandFailure.class, () -> SettingCheck.checkGroup(changes("reinstall=yes", "swap=4G"), group));
        assertEquals(
                "'reinstall' is done once and then taken away from the node, so a group cannot have it: set it on the"
                        + " nodes, as in 'perceus node set reinstall=yes @rack1'",
                failure.getMessage());
        SettingCheck.checkGroup(changes("swap=4G"), group);
        SettingCheck.checkGroup(changes("reinstall="), group);
    }

    private void check(String... words) {
        new SettingCheck(site).check(changes(words));
    }

    private static Map<SettingKey, Optional<String>> changes(String... words) {
        return SettingChanges.parse(List.of(words)).values();
    }

    private String refusal(String word) {
        return assertThrows(CommandFailure.class, () -> check(word)).getMessage();
    }
}
