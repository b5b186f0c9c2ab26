package org.perceus.module.scripts.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream to its end on a thread of its own, and keeps a part of it. */
final class BoundedReader {
    private static final int TAIL = 4096;

    private final InputStream in;
    private final int most;
    private final boolean last;
    private final Thread thread;
    private byte[] kept = new byte[0];
    private boolean cut;

    private BoundedReader(InputStream in, int most, boolean last) {
        this.in = in;
        this.most = most;
        this.last = last;
        this.thread = new Thread(this::read, "perceus-script-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Keeps the first bytes, and says whether there were more. */
    static BoundedReader whole(InputStream in, int most) {
        return new BoundedReader(in, most, false);
    }

    /** Keeps some of the last bytes. */
    static BoundedReader tail(InputStream in) {
        return new BoundedReader(in, TAIL, true);
    }

    /** What it kept, once the stream has ended. */
    byte[] bytes() throws InterruptedException {
        thread.join();
        return kept;
    }

    /** Whether it did not keep all. */
    boolean isCut() throws InterruptedException {
        thread.join();
        return cut;
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
                if (cut && !last) {
                    // whoever writes on is ended by that
                    in.close();
                    return;
                }
            }
        } catch (IOException e) {
            // the process was ended from here, and nobody asks for what it printed
        }
    }

    private void keep(byte[] buffer, int count) {
        byte[] all = Arrays.copyOf(kept, kept.length + count);
        System.arraycopy(buffer, 0, all, kept.length, count);
        cut |= all.length > most;
        kept = all.length <= most ? all : last ? Arrays.copyOfRange(all, all.length - most, all.length) : kept;
    }
}
