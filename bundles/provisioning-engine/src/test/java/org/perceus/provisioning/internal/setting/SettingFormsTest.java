package org.perceus.provisioning.internal.setting;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules.Owner;

public class SettingFormsTest {
    private final SettingForms forms = new SettingForms();

    @Test
    public void valuesThatTheEngineUnderstandsAreGood() {
        assertGood("retries", "1", "9");
        assertGood("debug", "yes", "no");
        assertGood("boot", "provision", "disk", "rescue", "memtest", "none");
        assertGood("retry-since", "2026-11-29T10:00:00.123Z");
        assertGood("reinstall", "yes");
        assertGood("colour", "banana");
        assertGood("kernel-args", "quiet splash");
    }

    @Test
    public void valuesThatItWouldPassOverAreNot() {
        assertRefused("retries", "0", "10", "-1", "1.5", "banana", " 3", "");
        assertRefused("debug", "true", "YES", "1");
        assertRefused("boot", "no", "hd", "memory");
        assertRefused("retry-since", "yesterday", "2026-11-29");
    }

    @Test
    public void theRemedyIsSaid() {
        assertEquals(
                Optional.of("the setting retries is 'banana': use a number from 1 to 9"),
                forms.objection(new SettingKey("retries"), "banana", Owner.SITE));
    }

    @Test
    public void whatIsDoneOnceIsANodesOwn() {
        for (Owner owner : List.of(Owner.GROUP, Owner.SITE)) {
            assertEquals(
                    Optional.of("'reinstall' is done once and then taken away from the node, so neither a group nor the"
                            + " site can have it: set it on nodes, as in 'perceus node set reinstall=yes @rack1'"),
                    forms.objection(new SettingKey("reinstall"), "yes", owner));
        }
    }

    private void assertGood(String key, String... values) {
        for (String value : values) {
            assertEquals(Optional.empty(), forms.objection(new SettingKey(key), value, Owner.NODE));
        }
    }

    private void assertRefused(String key, String... values) {
        for (String value : values) {
            for (Owner owner : Owner.values()) {
                assertTrue(
                        value,
                        forms.objection(new SettingKey(key), value, owner).isPresent());
            }
        }
    }
}
