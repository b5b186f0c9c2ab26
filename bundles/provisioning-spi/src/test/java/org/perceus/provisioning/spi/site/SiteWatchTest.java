package org.perceus.provisioning.spi.site;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class SiteWatchTest {
    @Test
    public void aLookThatBreaksIsNotTheLast() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        CountDownLatch end = new CountDownLatch(1);
        SiteWatch watch = SiteWatch.start(
                "test",
                Duration.ofMillis(1),
                () -> {
                    looks.countDown();
                    throw new IllegalStateException("broken");
                },
                end::countDown);
        assertTrue(looks.await(30, TimeUnit.SECONDS));
        watch.close();
        assertTrue(end.await(30, TimeUnit.SECONDS));
    }
}
