package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches what the current thread does beyond computing: files and sockets that it reads and writes, programs and threads
 * that it starts. The flight recorder of the JVM tells.
 */
final class DeedRecorder {
    /** The event, in words, and the field that says what it was done to. */
    private static final Map<String, List<String>> DEEDS = Map.of(
            "jdk.FileRead", List.of("reads the file", "path"),
            "jdk.FileWrite", List.of("writes the file", "path"),
            "jdk.SocketRead", List.of("reads from the network", "address"),
            "jdk.SocketWrite", List.of("writes to the network", "address"),
            "jdk.ProcessStart", List.of("starts the program", "command"),
            "jdk.ThreadStart", List.of("starts the thread", "thread"));

    private DeedRecorder() {}

    /** Work to watch. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Runs the work and says what it did.
     *
     * @param folder where the recording may go
     */
    static List<String> deeds(Path folder, Work work) throws Exception {
        Path file = folder.resolve("deeds.jfr");
        try (Recording recording = new Recording()) {
            DEEDS.keySet()
                    .forEach(event ->
                            recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        try {
            return read(file, Thread.currentThread().getId());
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> read(Path file, long thread) throws IOException {
        List<String> deeds = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            List<String> words = DEEDS.get(event.getEventType().getName());
            if (words != null && isBy(event, thread) && !loadsClasses(event)) {
                deeds.add(words.get(0) + " " + subject(event, words.get(1)));
            }
        }
        return deeds;
    }

    private static boolean isBy(RecordedEvent event, long thread) {
        String field = event.hasField("parentThread") ? "parentThread" : "eventThread";
        RecordedThread by = event.getThread(field);
        return by != null && by.getJavaThreadId() == thread;
    }

    /** A class that is used for the first time is read by the thread that uses it. */
    private static boolean loadsClasses(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(type -> type.contains("ClassLoader") || type.startsWith("java.util.zip."));
    }

    private static String subject(RecordedEvent event, String field) {
        if (field.equals("thread")) {
            RecordedThread started = event.getThread(field);
            return started == null ? "?" : started.getJavaName();
        }
        return event.hasField(field) ? event.getString(field) : "?";
    }
}
