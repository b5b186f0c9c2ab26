package org.perceus.node.internal.selection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.NodeSpec;
import org.perceus.node.internal.registry.TestSite;

public class SelectionTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void addNodes() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
        List<NodeSpec> specs = new ArrayList<>();
        String[] names = {"n1", "n2", "n10", "n0001", "n0002", "r1n01", "r2n02", "login", "525400000003"};
        for (int i = 0; i < names.length; i++) {
            Name group = new Name(names[i].startsWith("r") ? "rack" + names[i].charAt(1) : "default");
            specs.add(new NodeSpec(
                    TestSite.mac(i + 1), Optional.of(new Name(names[i])), Optional.empty(), Optional.of(group)));
        }
        TestSite.changed(site.registry.add(specs, TestSite.ROOT));
        TestSite.changed(site.registry.setGroups(
                List.of(new Name("empty")), TestSite.to("capsule", "debian-12"), TestSite.ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void takesNamesGlobsAndRanges() {
        assertSelected("n1", "n1");
        assertSelected("N10 n2,,n1", "n1 n2 n10");
        assertSelected("n[1-10]", "n1 n2 n10");
        assertSelected("n[0001-0099,0120]", "n0001 n0002");
        assertSelected("r[1-2]n[01-02]", "r1n01 r2n02");
        assertSelected("r?n*", "r1n01 r2n02");
        assertSelected("r[1-9]n*,login", "login r1n01 r2n02");
        assertSelected("*", "525400000003 login n0001 n1 n0002 n2 n10 r1n01 r2n02");
    }

    @Test
    public void takesMacsAndGroups() {
        assertSelected("52:54:00:00:00:01", "n1");
        assertSelected("52-54-00-00-00-02 5254.0000.0001", "n1 n2");
        assertSelected("@rack1", "r1n01");
        assertSelected("@rack[1-2]", "r1n01 r2n02");
        assertSelected("@rack*,@rack1,r1n01", "r1n01 r2n02");
    }

    @Test
    public void aNameThatLooksLikeAMacIsAName() {
        assertSelected("525400000003", "525400000003");
        assertSelected("525400000001", "n1");
    }

    @Test
    public void saysWhichNodesOfARangeAreMissing() {
        assertMissing("n[1-2,10]", "");
        assertMissing("n[1-4]", "n3 n4");
        assertMissing("n[4,1-3] n[0001-0003]", "n0003 n3 n4");
        assertMissing("r[1-2]n[01-02]", "r1n02 r2n01");
    }

    @Test
    public void saysWhichGroupsAndGlobsOfARangeNameNoNode() {
        assertMissing("@rack[1-2]", "");
        assertMissing("@rack[1-4]", "@rack3 @rack4");
        assertMissing("@rack[1,3]*,@rack1", "@rack3*");
        assertMissing("r[1-3]n*,n[1-2]", "r3n*");
        assertMissing("n[2-3] @rack[2-3] r[2-3]*", "@rack3 n3 r3*");
    }

    @Test
    public void aGroupWithoutNodesIsMissingInARangeAsItIsAlone() {
        TestSite.changed(site.registry.setGroups(
                List.of(new Name("rack3")), TestSite.to("capsule", "debian-12"), TestSite.ROOT));
        assertRefused("@rack3", "Group @rack3 has no nodes");
        assertMissing("@rack[1-3]", "@rack3");
    }

    @Test
    public void globsAloneMissNothing() {
        assertMissing("n*,@rack*,r?n*,n1,52:54:00:00:00:01", "");
    }

    @Test
    public void namesWhatIsUnknown() {
        assertRefused("n7", "No node is named n7");
        assertRefused("n1,n[20-30]", "No node is named n[20-30]");
        assertRefused("x*", "No node is named x*");
        assertRefused("@rack9", "There is no group @rack9");
        assertRefused("@rack[7-9]", "There is no group @rack[7-9]");
        assertRefused("@empty", "Group @empty has no nodes");
        assertRefused("52:54:00:00:00:99", "No node has the MAC address 52:54:00:00:00:99");
    }

    @Test
    public void saysHowRangesAreWrittenWhenTheyAreWrittenAsElsewhere() {
        assertRefused("n1-n5", "No node is named n1-n5: write a range as in n[1-5]");
        assertRefused("n{1..5}", "'n{1..5}' is no range: write it in brackets, as in n[1-5]");
        assertRefused("n1..n5", "'n1..n5' is no range: write it in brackets, as in n[1-5]");
        assertRefused("n1.cluster.example", "'n1.cluster.example' is not a name: leave its domain out, as in n1");
    }

    @Test
    public void refusesMalformedExpressions() {
        for (String text : new String[] {
            "", " , ", "@", "n[1", "n1]", "n[[1]]", "n[x]", "n$(reboot)", "../n1", "n1;n2", "52:54:00", "n[1-999999999]"
        }) {
            var refusal = assertThrows(text, IllegalArgumentException.class, () -> site.registry
                    .snapshot()
                    .select(text));
            assertEquals(refusal.getMessage(), 1, refusal.getMessage().lines().count());
        }
    }

    @Test(timeout = 60_000)
    public void hostileExpressionsEndSoon() {
        for (String text : new String[] {
            "n".repeat(1 << 20),
            "*,".repeat(60_000),
            "n[1-99999]".repeat(12_000),
            "[1-9]".repeat(20_000),
            "@a,".repeat(40_000)
        }) {
            if (text.startsWith("*")) {
                assertEquals(9, site.registry.snapshot().select(text).nodes().size());
            } else {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> site.registry.snapshot().select(text));
            }
        }
    }

    private void assertSelected(String expression, String... names) {
        List<String> selected = site.registry.snapshot().select(expression).nodes().stream()
                .map(node -> node.name().value())
                .collect(Collectors.toList());
        assertEquals(
                List.of(String.join(" ", names).split(" ")).stream()
                        .map(Name::new)
                        .sorted()
                        .toList()
                        .toString(),
                selected.toString());
    }

    private void assertMissing(String expression, String names) {
        assertEquals(
                names,
                String.join(" ", site.registry.snapshot().select(expression).missing()));
    }

    private void assertRefused(String expression, String reason) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> site.registry.snapshot().select(expression));
        assertEquals(reason, refusal.getMessage());
    }
}
