package org.perceus.shell.internal.setting;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Table;
import org.perceus.shell.testing.FakeSite;

public class SettingPreviewTest {
    private final FakeSite site = FakeSite.sample();
    private final RegistrySnapshot snapshot = site.registry.snapshot();

    @Test
    public void showsOwnAndInheritedValues() throws Exception {
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
    public void leavesOutWhatStays() throws Exception {
        assertTrue(preview("group=rack1").text(0, false).contains("n10"));
        assertTrue(!preview("group=rack1").text(0, false).contains("n1 "));
        assertTrue(preview("foo=").isEmpty());
    }

    @Test
    public void removingFallsBackToWhatIsInherited() throws Exception {
        assertTrue(preview("capsule=").text(0, false).contains("- (inherited)"));
    }

    @Test
    public void namesAndAddressesAreKeysToo() throws Exception {
        String text = preview("name=X", "address=10.10.0.5").text(0, false);
        assertTrue(text, text.contains("n1    name     n1"));
        assertTrue(text, text.contains("10.10.0.101"));
        assertTrue(text, text.lines().toList().get(1).endsWith(" x"));
    }

    private Table preview(String... words) throws InterruptedException {
        var changes = SettingChanges.parse(List.of(words)).values();
        List<MacAddress> macs = snapshot.nodes().stream().map(Node::mac).toList();
        List<Node> decided = Transaction.await(site.registry.dryRun().set(macs, changes, new Author("root", "test")));
        return new SettingPreview(snapshot, decided).table(changes.keySet());
    }
}
