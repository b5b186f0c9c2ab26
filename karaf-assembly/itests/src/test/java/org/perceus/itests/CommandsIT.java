package org.perceus.itests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeRegistry;

/** The commands, in the container's own shell. */
public class CommandsIT extends ContainerTest {
    private static final String MAC = "52:54:00:77:00:01";

    @Inject
    private SessionFactory sessions;

    @Inject
    private NodeRegistry registry;

    @Test
    public void nodesAreAddedChangedAndDeleted() throws Exception {
        run("perceus:node-add --name c1 --address 127.0.0.7 --group lab " + MAC);
        printed("127.0.0.7", "perceus:node-list");
        run("perceus:node-set kernel-args=quiet c1");
        printed("\"value\": \"quiet\"", "perceus:node-show --json c1");
        run("perceus:node-approve c1");
        printed("lab", "perceus:group-list");
        run("perceus:node-delete --yes c1");
        assertFalse(registry.snapshot().node(MacAddress.parse(MAC)).isPresent());
    }

    @Test
    public void whatWasChangedIsToldAndUndone() throws Exception {
        String mac = "52:54:00:77:00:02";
        run("perceus:node-add --name h1 --comment \"as agreed\" " + mac);
        printed("added h1", "perceus:history h1");
        printed("as agreed", "perceus:history h1");
        Matcher newest = Pattern.compile("\"id\": (\\d+)").matcher(run("perceus:history --json h1"));
        assertTrue(newest.find());
        printed("undid change " + newest.group(1), "perceus:undo " + newest.group(1));
        assertFalse(registry.snapshot().node(MacAddress.parse(mac)).isPresent());
        printed("deleted h1", "perceus:history " + mac);
    }

    @Test
    public void everyListHasJson() throws Exception {
        for (String list : new String[] {"node", "vnfs", "boot", "module", "group", "network", "setting"}) {
            String json = run("perceus:" + list + "-list --json").strip();
            assertTrue(list + ": " + json, json.startsWith("[") && json.endsWith("]"));
        }
    }

    @Test
    public void modulesAreListed() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        // Modules come one by one, some after the commands.
        while (!run("perceus:module-list").contains("stateless-ram") && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        printed("stateless-ram", "perceus:module-list");
    }

    private void printed(String expected, String command) throws Exception {
        String output = run(command);
        assertTrue(output, output.contains(expected));
    }

    /** Commands come one by one, on a loaded machine some after the first test has begun. */
    private void await(String command) throws InterruptedException {
        String name = command.substring("perceus:".length()).split(" ")[0];
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sessions.getRegistry().getCommand("perceus", name) == null && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
    }

    private String run(String command) throws Exception {
        await(command);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
                Session session = sessions.create(InputStream.nullInputStream(), stream, stream)) {
            session.execute(command);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
