package org.perceus.administration;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.perceus.administration.testing.AdministeredSite;

/** Has a site of three nodes, n1 to n3. */
public abstract class DeedTestCase {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    AdministeredSite site;

    @Before
    public void open() throws InterruptedException {
        site = new AdministeredSite(folder.getRoot().toPath()).withNodes(3);
    }

    @After
    public void close() {
        site.close();
    }
}
