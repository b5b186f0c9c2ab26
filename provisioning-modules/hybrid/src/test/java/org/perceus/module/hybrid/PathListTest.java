package org.perceus.module.hybrid;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.perceus.provisioning.spi.ProvisioningException;

public class PathListTest {
    @Test
    public void commentsAndEmptyLinesAreLeftOut() throws Exception {
        PathList list = list("# what is large", "", "  /usr/share/   # documentation", "/opt");
        assertTrue(list.has("/usr/share"));
        assertTrue(list.has("/opt"));
        assertFalse(list.has("/usr/share/doc"));
        assertFalse(list.has("/"));
    }

    @Test
    public void wildcardsDoNotCrossASlash() throws Exception {
        PathList list = list("/usr/lib/*/gconv", "/usr/lib/python?.*", "/opt/[a-c]*", "/srv/[!a]");
        assertTrue(list.has("/usr/lib/x86_64-linux-gnu/gconv"));
        assertFalse(list.has("/usr/lib/a/b/gconv"));
        assertTrue(list.has("/usr/lib/python3.11"));
        assertFalse(list.has("/usr/lib/python3/dist-packages"));
        assertTrue(list.has("/opt/bin"));
        assertFalse(list.has("/opt/data"));
        assertTrue(list.has("/srv/b"));
        assertFalse(list.has("/srv/a"));
    }

    @Test
    public void signsOfOtherPatternsAreTakenAsTheyAre() throws Exception {
        PathList list = list("/opt/a.b+(c)$", "/opt/[", "/opt/x{1,2}");
        assertTrue(list.has("/opt/a.b+(c)$"));
        assertFalse(list.has("/opt/aXb+(c)$"));
        assertTrue(list.has("/opt/["));
        assertTrue(list.has("/opt/x{1,2}"));
    }

    @Test
    public void whatIsNoAbsolutePathIsNamed() {
        for (String wrong : List.of("usr/share", "/usr/../etc", "/usr//share", "/opt/..")) {
            String told = assertThrows(wrong, ProvisioningException.class, () -> list(wrong))
                    .getMessage();
            assertTrue(told, told.contains("'" + wrong + "' in the test"));
        }
    }

    @Test
    public void whatANodeNeedsToStartCannotStayOnTheServer() throws Exception {
        for (String needed : List.of("/", "/etc", "/usr/*", "/usr/lib/perceus", "/usr/lib/systemd", "/*")) {
            RootParts parts = new RootParts(list(needed));
            for (String path : List.of("/", "/etc", "/usr", "/usr/lib", "/usr/lib/perceus", "/usr/lib/systemd")) {
                parts.test(path);
            }
            assertThrows(needed, ProvisioningException.class, parts::left);
        }
    }

    @Test
    public void onlyWhatTheRootHasIsWrittenDown() throws Exception {
        RootParts parts = new RootParts(list("/opt", "/usr/share", "/usr/lib/python*"));
        assertTrue(parts.test("/usr"));
        assertFalse(parts.test("/usr/share"));
        assertFalse(parts.test("/usr/lib/python3"));
        assertEquals(List.of("/usr/share", "/usr/lib/python3"), parts.left());
    }

    private static PathList list(String... lines) throws ProvisioningException {
        return PathList.of("the test", Stream.of(lines));
    }
}
