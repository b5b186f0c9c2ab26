package org.perceus.doctor.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.system.Links;

/** Sends and hears by sockets of the kernel. */
public final class PacketWire implements Wire {
    private static final Duration OFFERS = Duration.ofSeconds(2);
    /** Servers try an address by ping before they offer it, dnsmasq for three seconds, and hear nobody else meanwhile. */
    private static final Duration OFFER = Duration.ofSeconds(3);

    private static final Duration ANSWERS = Duration.ofSeconds(1);
    private static final Duration BRIDGES = Duration.ofSeconds(4);
    private static final int CLIENT_PORT = 68;
    private static final int SERVER_PORT = 67;
    /** Switches that speak the standard, and those of Cisco that have a tree for each VLAN. */
    private static final List<Mac> SWITCHES = List.of(new Mac("01:80:c2:00:00:00"), new Mac("01:00:0c:cc:cc:cd"));

    private static final int SENDER = 6;
    private static final int ROUNDS = 2;
    private static final int PAUSE_EVERY = 64;

    private final Random random;
    private final Links links;

    /** @param random what MACs and transactions are made of */
    public PacketWire(Random random, Links links) {
        this.random = random;
        this.links = links;
    }

    @Override
    public Map<Client, List<DhcpOffer>> discover(String device, Set<Client> clients)
            throws IOException, InterruptedException {
        Map<Client, DhcpDiscover> questions = new EnumMap<>(Client.class);
        Map<Client, List<DhcpOffer>> offers = new EnumMap<>(Client.class);
        for (Client client : clients) {
            offers.put(client, new ArrayList<>());
            questions.put(client, new DhcpDiscover(Mac.random(random), random.nextInt(), client));
        }
        Duration time = OFFERS.plus(OFFER.multipliedBy(clients.size()));
        try (PacketSocket answers = new PacketSocket(device, PacketSocket.ALL)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (DhcpDiscover question : questions.values()) {
                    broadcast(device, question.message());
                }
                listen(answers, time.dividedBy(ROUNDS), frame -> UdpDatagram.read(frame)
                        .ifPresent(
                                datagram -> questions.forEach((client, question) -> DhcpOffer.read(datagram, question)
                                        .filter(offer -> !offers.get(client).contains(offer))
                                        .ifPresent(offers.get(client)::add))));
            }
        }
        return offers;
    }

    @Override
    public Map<Ipv4, Set<Mac>> owners(String device, Collection<Ipv4> addresses)
            throws IOException, InterruptedException {
        Map<Ipv4, Set<Mac>> owners = new TreeMap<>();
        List<Link> all = links.all();
        Mac card = all.stream()
                .filter(link -> link.name().equals(device))
                .flatMap(link -> link.card().stream())
                .findFirst()
                .orElseThrow(() -> new IOException(device + " is no Ethernet device"));
        // Linux answers on each of its cards for the addresses of all of them
        Set<Mac> own = all.stream().flatMap(link -> link.card().stream()).collect(Collectors.toSet());
        try (PacketSocket socket = new PacketSocket(device, PacketSocket.ARP)) {
            Listener listener = frame -> ArpFrame.read(frame.octets())
                    .filter(answer -> !own.contains(answer.owner()))
                    .ifPresent(answer -> owners.computeIfAbsent(answer.address(), key -> new LinkedHashSet<>())
                            .add(answer.owner()));
            for (int round = 0; round < ROUNDS; round++) {
                int sent = 0;
                for (Ipv4 address : addresses) {
                    socket.send(ArpFrame.probe(card, address));
                    sent++;
                    if (sent % PAUSE_EVERY == 0) {
                        listen(socket, Duration.ofMillis(PAUSE_EVERY), listener);
                    }
                }
                listen(socket, ANSWERS, listener);
            }
        }
        // answers to others' questions are heard too
        owners.keySet().retainAll(addresses);
        return owners;
    }

    @Override
    public Set<Mac> spanningTree(String device) throws IOException, InterruptedException {
        Set<Mac> bridges = new TreeSet<>(Comparator.comparing(Mac::text));
        try (PacketSocket socket = new PacketSocket(device, PacketSocket.LLC)) {
            for (Mac group : SWITCHES) {
                socket.join(group.octets());
            }
            listen(socket, BRIDGES, frame -> {
                if (SWITCHES.contains(Mac.of(frame.octets(), 0))) {
                    bridges.add(Mac.of(frame.octets(), SENDER));
                }
            });
        }
        return bridges;
    }

    private interface Listener {
        void heard(PacketSocket.Frame frame);
    }

    private static void listen(PacketSocket socket, Duration time, Listener listener)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            socket.receive().ifPresent(listener::heard);
        }
    }

    /** By UDP, as the kernel has this server's own DHCP hear what is sent that way. */
    private static void broadcast(String device, byte[] message) throws IOException {
        try (NativeSocket socket = new NativeSocket(LibC.AF_INET, LibC.SOCK_DGRAM, 0)) {
            byte[] name = device.getBytes(StandardCharsets.UTF_8);
            socket.set(LibC.SOL_SOCKET, LibC.SO_BINDTODEVICE, Arrays.copyOf(name, name.length + 1));
            socket.set(LibC.SOL_SOCKET, LibC.SO_BROADCAST, NativeSocket.number(1));
            socket.set(LibC.SOL_SOCKET, LibC.SO_REUSEADDR, NativeSocket.number(1));
            // a DHCP client of this machine may have the port: answers are heard without it
            socket.bind(Endpoint.of(0, CLIENT_PORT));
            socket.send(message, Endpoint.of(-1, SERVER_PORT));
        }
    }
}
