package org.perceus.itests;

import java.io.IOException;
import java.util.function.Consumer;

/** A node that asks for its script again and again, from an address of its own. */
final class SimulatedNode implements AutoCloseable {
    private final String claim;
    private final String address;
    private final Thread thread;
    private volatile boolean over;

    /** @param hears each answer, or what went wrong in its place */
    SimulatedNode(int number, String claim, Consumer<String> hears) {
        this.claim = claim;
        this.address = TinySite.address(number);
        this.thread = new Thread(() -> ask(hears), "simulated-node-" + number);
        thread.start();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Consumer<String> hears) {
        while (!over) {
            try (NodeConnection connection = new NodeConnection(BootingNode.server(), address)) {
                while (!over) {
                    hears.accept(connection.script(claim));
                }
            } catch (IOException e) {
                hears.accept("no answer: " + e);
            }
        }
    }
}
