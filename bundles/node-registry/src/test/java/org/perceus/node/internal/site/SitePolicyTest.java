package org.perceus.node.internal.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.pool.NamePattern;

public class SitePolicyTest {
    private final List<String> complaints = new ArrayList<>();

    @Test
    public void hasDefaults() {
        SitePolicy policy = SitePolicy.read(Map.of(), complaints::add);
        assertEquals(NamePattern.parse("n####", 0), policy.names());
        assertEquals(new Name("default"), policy.group());
        assertTrue(policy.approve());
        assertTrue(policy.settings().isEmpty());
        assertEquals(List.of(), complaints);
    }

    @Test
    public void readsTheConfiguration() {
        SitePolicy policy = SitePolicy.read(
                Map.of(
                        "namePattern", "node##",
                        "nameFirst", "1",
                        "defaultGroup", "new",
                        "approve", "manual",
                        "setting.capsule", "debian-12",
                        "setting.kernel-args", "console=ttyS0 quiet",
                        "service.pid", "org.perceus.node"),
                complaints::add);
        assertEquals(NamePattern.parse("node##", 1), policy.names());
        assertEquals(new Name("new"), policy.group());
        assertFalse(policy.approve());
        assertEquals(
                Map.of(
                        new SettingKey("capsule"), "debian-12",
                        new SettingKey("kernel-args"), "console=ttyS0 quiet"),
                policy.settings());
        assertEquals(List.of(), complaints);
    }

    @Test
    public void complainsOfEachWrongPropertyAndKeepsTheOthers() {
        SitePolicy policy = SitePolicy.read(
                Map.of(
                        "namePattern", "node",
                        "defaultGroup", "no group",
                        "approve", "yes",
                        "setting.Bad Key", "x",
                        "setting.two", "a\nb",
                        "setting.capsule", "debian-12"),
                complaints::add);
        assertEquals(complaints.toString(), 5, complaints.size());
        assertEquals(NamePattern.parse("n####", 0), policy.names());
        assertEquals(Map.of(new SettingKey("capsule"), "debian-12"), policy.settings());
        assertFalse("a misspelt approve approves nobody", policy.approve());
    }

    @Test
    public void complainsOfAFirstNumber() {
        assertEquals(
                0,
                SitePolicy.read(Map.of("nameFirst", "-1"), complaints::add)
                        .names()
                        .first());
        assertEquals(
                0,
                SitePolicy.read(Map.of("nameFirst", "10000"), complaints::add)
                        .names()
                        .first());
        assertEquals(2, complaints.size());
    }
}
