package org.perceus.shell.internal.setting;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.screen.Table;
import org.perceus.shell.testing.FakeSite;

public class SettingPreviewTest {
    private final FakeSite site = FakeSite.sample();
    private final RegistrySnapshot snapshot = site.registry.snapshot();

    @Test
    public void showsOwnAndInheritedValues() {
        String text = preview("capsule=rocky-9", "method=nfs-root").text(0, false);
        assertEquals(
                """
                NODE  KEY      OWN NOW    IN EFFECT NOW  WOULD BE
                n1    capsule  -          -              rocky-9
                n1    method   -          nfs-root       nfs-root
                n2    capsule  debian-12  debian-12      rocky-9
                n2    method   -          nfs-root       nfs-root
                n10   capsule  -          -              rocky-9
                n10   method   -          stateless-ram  nfs-root
                """,
                text);
    }

    @Test
    public void leavesOutWhatStays() {
        assertTrue(preview("group=rack1").text(0, false).contains("n10"));
        assertTrue(!preview("group=rack1").text(0, false).contains("n1 "));
        assertTrue(preview("foo=").isEmpty());
    }

    @Test
    public void removingFallsBackToWhatIsInherited() {
        assertTrue(preview("capsule=").text(0, false).contains("- (inherited)"));
    }

    @Test
    public void namesAndAddressesAreKeysToo() {
        String text = preview(snapshot.nodes().subList(0, 1), "name=X", "address=10.10.0.5")
                .text(0, false);
        assertTrue(text, text.contains("n1    name     n1"));
        assertTrue(text, text.contains("10.10.0.101"));
        assertTrue(text, text.lines().toList().get(1).endsWith(" x"));
    }

    private Table preview(String... words) {
        return preview(snapshot.nodes(), words);
    }

    private Table preview(List<Node> nodes, String... words) {
        var changes = SettingChanges.parse(List.of(words)).values();
        List<MacAddress> macs = nodes.stream().map(Node::mac).toList();
        ChangeResult decided = site.registry
                .admin()
                .dryRun()
                .set(macs, changes, new Author("root", "test"))
                .toCompletableFuture()
                .join();
        return new SettingPreview(snapshot, ((ChangeResult.Changed) decided).nodes()).table(changes.keySet());
    }
}
