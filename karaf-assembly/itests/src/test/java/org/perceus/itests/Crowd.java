package org.perceus.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.boot.BootPolicy;

/** Simulated nodes that request scripts without pause; sorts what they are answered. */
final class Crowd implements AutoCloseable {
    private static final Pattern PART = Pattern.compile("step 'part (\\d+) of ([^']+)'");

    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final AtomicLong scripts = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final boolean numbered;
    private volatile String lastWait = "";
    private volatile String lastScript = "";

    /**
     * Begins.
     *
     * @param numbered whether each script has to hold the share of a {@link NumberedModule}
     */
    Crowd(TinySite site, BootPolicy policy, int first, int count, Map<String, String> settings, boolean numbered)
            throws Exception {
        this.numbered = numbered;
        for (int i = first; i < first + count; i++) {
            nodes.add(new SimulatedNode(
                    i, BootingNode.claim(policy, site.add(i, settings), TinySite.address(i)), this::hear));
        }
    }

    /** Whole scripts so far. */
    long scripts() {
        return scripts.get();
    }

    /** Answers so far that told to wait. */
    long waits() {
        return waits.get();
    }

    String lastWait() {
        return lastWait;
    }

    String lastScript() {
        return lastScript;
    }

    /** Answers that should not be. */
    List<String> faults() {
        return faults.stream().limit(5).toList();
    }

    @Override
    public void close() {
        nodes.forEach(SimulatedNode::close);
    }

    private void hear(String answer) {
        if (answer.startsWith("#!perceus wait ")) {
            lastWait = answer;
            waits.incrementAndGet();
        } else if (isWhole(answer)) {
            lastScript = answer;
            scripts.incrementAndGet();
        } else {
            faults.add(answer);
        }
    }

    private boolean isWhole(String answer) {
        if (!answer.startsWith("#!perceus run\n") || !answer.endsWith("#!perceus end\n")) {
            return false;
        }
        Matcher part = PART.matcher(answer);
        int parts = 0;
        String version = "";
        while (part.find()) {
            parts++;
            if (Integer.parseInt(part.group(1)) != parts || !(version.isEmpty() || version.equals(part.group(2)))) {
                return false;
            }
            version = part.group(2);
        }
        return parts == (numbered ? NumberedModule.LINES : 0)
                && (!numbered || answer.contains("# module numbered " + version + "\n"));
    }
}
