package org.perceus.shell.internal.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.GsonBuilder;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.perceus.administration.PreviewDeeds;
import org.perceus.node.Node;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

public class NodeFileCommandsTest {
    private static final NodeScript OF_HOSTNAME = NodeScript.builder()
            .writeFile("/etc/hosts", "644", "127.0.0.1 localhost\n")
            .linkFile("/usr/share/zoneinfo/UTC", "/etc/localtime")
            .build();
    private static final NodeScript OF_FILES = NodeScript.builder()
            .writeFile("/etc/hosts", "0640", "\u001b[2Jours\ttab\n", "site/files/all/etc/hosts")
            .make(NodeFile.of("/srv", "1777", new FileContent.Folder()))
            .make(NodeFile.of("/opt/key", "600", FileContent.Binary.of(new byte[] {0, 1, 2}))
                    .ownedBy("slurm:slurm"))
            .build();

    private final FakeSite site = FakeSite.sample();
    private final FakeScreen screen = new FakeScreen();

    @Before
    public void give() {
        site.preview = node -> switch (node.name().value()) {
            case "n1" ->
                new PreviewResult.Shares(List.of(
                        new ModuleShare("hostname", "1", OF_HOSTNAME), new ModuleShare("files", "1", OF_FILES)));
            case "n2" -> new PreviewResult.Refused("module files says: site/files/all.manifest line 3: it is wrong");
            default -> new PreviewResult.Waits(node.name() + " is not approved");
        };
    }

    @Test
    public void filesAreListedWithWhereTheyAreFrom() {
        assertEquals(
                """
                PATH                                       MODE  OWNER        SIZE  MODULE               FROM
                /etc/hosts                                 640   root         13 B  files, not hostname  site/files/all/etc/hosts
                /etc/localtime -> /usr/share/zoneinfo/UTC  -     root            -  hostname             -
                /opt/key                                   600   slurm:slurm   3 B  files                -
                /srv/                                      1777  root            -  files                -
                """,
                files().table().text(0, false));
    }

    @Test
    public void jsonHasEveryFile() {
        var json = files().json();
        assertEquals(
                "{\"path\":\"/etc/hosts\",\"kind\":\"file\",\"mode\":\"640\",\"owner\":\"root\",\"size\":13,\"target\":null,"
                        + "\"module\":\"files\",\"from\":\"site/files/all/etc/hosts\",\"instead\":[\"hostname\"]}",
                new GsonBuilder().serializeNulls().create().toJson(json.get(0)));
        assertEquals("link", json.get(1).getAsJsonObject().get("kind").getAsString());
        assertEquals(4, json.size());
    }

    @Test
    public void aFileIsPrintedAsItIsButForATerminal() {
        FileText hosts = new FileText(files().at("/etc/hosts").orElseThrow());
        hosts.print(screen);
        assertEquals("\u001b[2Jours\ttab\n", screen.printed());
        FakeScreen terminal = FakeScreen.terminal(80);
        hosts.print(terminal);
        assertEquals("?[2Jours        tab\n", terminal.printed());
    }

    @Test
    public void whatIsNoTextIsDescribed() {
        FakeScreen terminal = FakeScreen.terminal(80);
        new FileText(files().at("/opt/key").orElseThrow()).print(terminal);
        assertEquals("/opt/key is 3 B that are no text\n", terminal.complained());
        files().files().forEach(file -> new FileText(file).printTitled(screen));
        assertTrue(screen.printed().contains("==> /etc/localtime (hostname)\na link to /usr/share/zoneinfo/UTC\n"));
    }

    @Test
    public void aCheckTriesAllNodes() throws Exception {
        FileCheck check = FileCheck.of(site.registry.snapshot().nodes().stream()
                .map(node -> new PreviewDeeds.Preview(node, site.preview.preview(node)))
                .toList());
        assertEquals(1, check.refused());
        assertEquals(
                """
                NODE  REASON
                n2    module files says: site/files/all.manifest line 3: it is wrong
                """,
                check.table().text(0, false));
        assertEquals(
                "1 node can have their files, 1 node would wait for something else: 'perceus node file list NODE' says"
                        + " for what",
                check.summary());
        assertEquals(3, check.json().size());
    }

    private GivenFiles files() {
        return new GivenFiles((PreviewResult.Shares) site.preview.preview(node("n1")));
    }

    private Node node(String name) {
        return site.registry.snapshot().nodes().stream()
                .filter(one -> one.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
