package org.perceus.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleImages;
import org.perceus.module.ImageResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.PerceusOs;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** The least that a node needs to be provisioned, none of which could run: a Perceus OS, a capsule, a record. */
final class TinySite {
    /** Of the node: one of those that this process has on the loopback device, but not the server's. */
    static final String ADDRESS = "127.0.0.2";

    private static final MacAddress MAC = MacAddress.parse("52:54:00:77:00:02");
    private static final CapsuleId CAPSULE = new CapsuleId("tiny", "1");
    private static final String RELEASE = "6.1.0-test";
    private static final Author AUTHOR = new Author("test", "");

    private final NodeAdmin nodes;

    TinySite(CapsuleLibrary capsules, CapsuleImages images, PerceusOs os, NodeAdmin nodes) throws Exception {
        this.nodes = nodes;
        if (capsules.find(CAPSULE).isEmpty()) {
            installPerceusOs(os);
            expect(ImportResult.Imported.class, capsules.importRoot(CAPSULE, root(), Progress.none()));
            add(MAC, "tiny", ADDRESS, Map.of());
        }
        prepare(images, "stateless-ram");
    }

    /** Builds what nodes of a method need. */
    void prepare(CapsuleImages images, String method) throws Exception {
        expect(
                ImageResult.Ready.class,
                images.prepare(CAPSULE.toString(), method, BuildProgress.none())
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES));
    }

    /** The node. */
    MacAddress node() {
        return MAC;
    }

    /** Adds a node whose address is one of those that this process has on the loopback device, up to 89 of them. */
    MacAddress add(int number, Map<String, String> settings) throws Exception {
        MacAddress mac = new MacAddress(MAC.value() + 0x100 + number);
        add(mac, "sim" + number, address(number), settings);
        return mac;
    }

    /** Address of such a node. */
    static String address(int number) {
        return "127.0.0." + (10 + number);
    }

    private void add(MacAddress mac, String name, String address, Map<String, String> settings) throws Exception {
        NodeSpec spec = new NodeSpec(
                mac, Optional.of(new Name(name)), Optional.of(Ipv4Address.parse(address)), Optional.empty());
        nodes.add(List.of(spec), AUTHOR).toCompletableFuture().get(1, TimeUnit.MINUTES);
        Map<SettingKey, Optional<String>> own = new HashMap<>();
        own.put(new SettingKey("capsule"), Optional.of(CAPSULE.toString()));
        settings.forEach((key, value) -> own.put(new SettingKey(key), Optional.of(value)));
        nodes.set(List.of(mac), own, AUTHOR).toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    /** The root file system of a capsule, as small as it may be. */
    static Path root() throws IOException {
        Path root = Files.createTempDirectory("root");
        Files.createDirectories(root.resolve("boot"));
        Files.write(root.resolve("boot/vmlinuz-" + RELEASE), kernel());
        Files.createDirectories(root.resolve("lib/modules/" + RELEASE));
        Files.createDirectories(root.resolve("sbin"));
        Path init = Files.writeString(root.resolve("sbin/init"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
        return root;
    }

    /** The least that passes for a kernel: the setup header of a bzImage, which does not say its release. */
    private static byte[] kernel() {
        byte[] image = new byte[0x400];
        image[0x1fe] = 0x55;
        image[0x1ff] = (byte) 0xaa;
        System.arraycopy("HdrS".getBytes(StandardCharsets.US_ASCII), 0, image, 0x202, 4);
        return image;
    }

    private static void installPerceusOs(PerceusOs os) throws IOException, GeneralSecurityException {
        Path folder = Path.of(System.getProperty("karaf.base"), "perceus-os");
        StringBuilder manifest = new StringBuilder("version=test\nkernel-version=" + RELEASE + "\n");
        for (String name : List.of("kernel", "initramfs")) {
            byte[] content = name.getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(name), content);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            manifest.append("file ").append(name).append(' ').append(hash).append(' ');
            manifest.append(content.length).append('\n');
        }
        Files.writeString(folder.resolve("manifest"), manifest);
        os.reload().orElseThrow();
    }

    private static void expect(Class<?> kind, Object result) {
        if (!kind.isInstance(result)) {
            throw new AssertionError(result);
        }
    }
}
