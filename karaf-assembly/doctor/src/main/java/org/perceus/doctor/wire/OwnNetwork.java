package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.system.Links;

/**
 * A machine of its own that is plugged into a bridge of this server: a network namespace that one thread is in, and that is
 * gone when the thread ends. What the thread sends goes through the bridge as a node's packets do, and not from this server to
 * itself.
 */
public final class OwnNetwork {
    /** The name of its device. */
    public static final String DEVICE = "node";

    private static final int READY_TRIES = 100;
    private static final int PAUSE_MILLIS = 20;

    private final Commands commands;

    public OwnNetwork(Commands commands) {
        this.commands = commands;
    }

    /**
     * Calls something as that machine. A new network does not see the devices of the old one, so they are made by the thread
     * that calls, which stays there.
     *
     * @param length of the prefix of its network
     * @throws PermissionNeededException when this account may not make such a machine
     */
    public <T> T call(String bridge, Ipv4 address, int length, Callable<T> work)
            throws IOException, InterruptedException {
        CompletableFuture<String> entered = new CompletableFuture<>();
        CountDownLatch plugged = new CountDownLatch(1);
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(entered);
            plugged.await();
            configure(address + "/" + length);
            return work.call();
        });
        Thread thread = new Thread(task, "own-network");
        thread.setDaemon(true);
        thread.start();
        try {
            String network = result(entered);
            int id = Integer.parseInt(network.replaceAll("^.*/task/(\\d+)/.*$", "$1"));
            String port = "doctor" + id;
            ip("link", "add", port, "address", highest(id), "type", "veth", "peer", "name", DEVICE, "netns", network);
            try {
                ip("link", "set", port, "master", bridge, "up");
                plugged.countDown();
                return result(task);
            } finally {
                commands.run("ip", "link", "delete", port);
            }
        } finally {
            task.cancel(true);
        }
    }

    /** The card of a port: a bridge takes the lowest of them for its own, and must not change that for us. */
    private static String highest(int number) {
        return String.format("fe:ff:ff:%02x:%02x:%02x", number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
    }

    /** Only this thread is in the new network, and what it starts. */
    private static void enter(CompletableFuture<String> entered) {
        try {
            LibC.INSTANCE.unshare(LibC.CLONE_NEWNET);
            entered.complete("/proc/" + Files.readSymbolicLink(Path.of("/proc/thread-self")) + "/ns/net");
        } catch (LastErrorException e) {
            entered.completeExceptionally(Refusals.of("this system gives no network of its own", e));
        } catch (IOException | LinkageError e) {
            entered.completeExceptionally(e);
        }
    }

    private void configure(String address) throws IOException, InterruptedException {
        ip("link", "set", "lo", "up");
        ip("addr", "add", address, "dev", DEVICE);
        ip("link", "set", DEVICE, "up");
        Links links = new Links(commands);
        for (int i = 0; i < READY_TRIES; i++) {
            if (links.find(DEVICE).filter(Link::carrier).isPresent()) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException("what was plugged into the bridge has no carrier");
    }

    private void ip(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("ip"));
        all.addAll(List.of(words));
        Commands.Result result =
                commands.run(all).orElseThrow(() -> new IOException("there is no program ip: install iproute2"));
        if (!result.good()) {
            throw new IOException(
                    "'" + String.join(" ", all) + "' failed: " + result.err().strip());
        }
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("a machine of its own could not be made: " + e.getCause(), e.getCause());
        }
    }
}
