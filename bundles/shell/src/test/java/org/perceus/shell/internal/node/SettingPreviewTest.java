package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.screen.Table;
import org.perceus.shell.testing.FakeSite;

public class SettingPreviewTest {
    private final RegistrySnapshot snapshot = FakeSite.sample().registry.snapshot();

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
        String text = preview("name=x", "address=10.10.0.5").text(0, false);
        assertTrue(text, text.contains("n1    name     n1"));
        assertTrue(text, text.contains("10.10.0.101"));
    }

    private Table preview(String... words) {
        return SettingPreview.table(snapshot.nodes(), SettingChanges.parse(List.of(words)), snapshot);
    }
}
