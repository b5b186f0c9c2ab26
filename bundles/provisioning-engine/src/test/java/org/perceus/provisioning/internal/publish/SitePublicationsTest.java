package org.perceus.provisioning.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.testing.FakeClock;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.Publication;

public class SitePublicationsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeClock clock = new FakeClock();
    private final FakeArtifacts store = new FakeArtifacts();
    private final SitePublications publications = new SitePublications(store, () -> Duration.ofHours(24), clock);
    private Path file;

    @Before
    public void write() throws Exception {
        file = Files.writeString(folder.getRoot().toPath().resolve("file"), "content");
    }

    @Test
    public void aFileIsStoredByItsHash() throws Exception {
        Publication publication = publications.publish(file);
        var expected = FakeArtifacts.of("content".getBytes());
        assertEquals(expected.sha256(), publication.artifact().sha256());
        assertEquals(expected.size(), publication.artifact().size());
        assertTrue(store.find(expected.sha256()).isPresent());
    }

    @Test
    public void itIsKeptForAWhileAfterItWasGivenUp() throws Exception {
        Publication publication = publications.publish(file);
        Set<String> hash = Set.of(publication.artifact().sha256());
        clock.move(Duration.ofDays(9));
        assertEquals(hash, publications.inUse());
        publication.close();
        clock.move(Duration.ofHours(23));
        assertEquals(hash, publications.inUse());
        clock.move(Duration.ofHours(2));
        assertEquals(Set.of(), publications.inUse());
    }

    @Test
    public void whatTwoPublishStaysUntilBothGaveItUp() throws Exception {
        Publication one = publications.publish(file);
        Publication two = publications.publish(file);
        one.close();
        one.close();
        clock.move(Duration.ofDays(9));
        assertEquals(Set.of(two.artifact().sha256()), publications.inUse());
    }

    @Test
    public void whatIsNoFileIsRefused() {
        assertThrows(
                ProvisioningException.class,
                () -> publications.publish(folder.getRoot().toPath()));
        assertThrows(
                ProvisioningException.class,
                () -> publications.publish(folder.getRoot().toPath().resolve("missing")));
    }
}
