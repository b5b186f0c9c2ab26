package org.perceus.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.Test;

public class PatientThreadsTest {
    private final PatientThreads threads = new PatientThreads("patient");

    @Test
    public void givesWayToTheOthersAlone() throws Exception {
        int ours = niceness();
        FutureTask<Integer> theirs = new FutureTask<>(PatientThreadsTest::niceness);
        threads.newThread(theirs).start();
        assertEquals(Math.min(19, ours + 5), (int) theirs.get());
        assertEquals(ours, niceness());
    }

    @Test
    public void holdsUpNoEnd() {
        Thread thread = threads.newThread(() -> {});
        assertEquals("patient-1", thread.getName());
        assertEquals("patient-2", threads.newThread(() -> {}).getName());
        assertTrue(thread.isDaemon());
    }

    /** The 19th field of proc(5) stat; the name before may have blanks. */
    private static int niceness() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
