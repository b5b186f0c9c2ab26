package org.perceus.module.files;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.files.tree.Site;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.testkit.TestNode;

public class SiteFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestNode node = new TestNode();
    private Site site;

    @Before
    public void start() throws Exception {
        site = new Site(folder.newFolder("files").toPath());
        site.with("all/etc/a", "one").with("all/etc/b", "two").with("all/etc/c", "three");
    }

    @Test
    public void aCommandRunsOnceForAllItsFiles() throws Exception {
        site.with("all.manifest", "/etc/a mode=600\n/etc/? run=echo 'new' $HOME\n/etc/c run=other\n");
        List<StateScript> scripts = scripts();
        assertEquals(
                List.of(
                        "start site-files-1 continue site/files/all.manifest line 2",
                        "start site-files-2 continue site/files/all.manifest line 3"),
                scripts.stream()
                        .map(script ->
                                script.state() + " " + script.name() + " " + script.onFailure() + " " + script.origin())
                        .toList());
        assertTrue(scripts.get(0).text(), scripts.get(0).text().contains("\nset -e\necho 'new' $HOME\nmkdir -p "));
    }

    @Test
    public void itRunsAgainWhenAFileOfItHasChanged() throws Exception {
        site.with("all.manifest", "/etc/? run=it\n");
        String first = scripts().get(0).text();
        assertEquals(first, scripts().get(0).text());
        site.with("all/etc/other", "not of it");
        assertEquals(first, scripts().get(0).text());
        site.with("all/etc/b", "changed");
        String second = scripts().get(0).text();
        assertNotEquals(first, second);
        site.with("all.manifest", "/etc/? mode=600 run=it\n");
        assertNotEquals(second, scripts().get(0).text());
    }

    @Test
    public void withoutCommandsNothingRuns() throws Exception {
        assertEquals(List.of(), scripts());
    }

    private List<StateScript> scripts() throws Exception {
        return SiteFiles.script(site.read(), node).scripts();
    }
}
