package org.perceus.simulator.node;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.simulator.node.NodeScript.Deed;

public class NodeScriptTest {
    private static final String KERNEL = "a".repeat(64);
    private static final String FILE = "b".repeat(64);
    private static final String TOOLS = "c".repeat(64);

    @Test
    public void doesWhatTheServerNotices() {
        NodeScript script = NodeScript.of("#!perceus run\ntools_are 'disk' '" + TOOLS + "' '10'\n"
                + "step 'fetch the kernel'\nfetch '" + KERNEL + "' 123 \"$WORK/kernel\"\n"
                + "step 'it'\\''s configured'\ninstall_agent 'http://10.0.0.1:9870' 'TOKEN' '02:00:00:00:00:01'\n"
                + "place_artifact '/etc/large' 644 '" + FILE + "' 5\nuse_tools disk\n"
                + "enter_kexec \"$WORK/kernel\" \"$WORK/root\" 'quiet'\nfail 'not entered'\n#!perceus end\n");
        assertEquals(Optional.of("TOKEN"), script.token());
        assertEquals(
                List.of(
                        new Deed.Begin("fetch the kernel"),
                        new Deed.Fetch(KERNEL, 123),
                        new Deed.Begin("it's configured"),
                        new Deed.Fetch(FILE, 5),
                        new Deed.Fetch(TOOLS, 10),
                        new Deed.Enter()),
                script.deeds());
    }

    @Test
    public void whatStandsInAFileOrACommentIsNotDone() {
        NodeScript script = NodeScript.of("printf '%s' 'fetch x\nstep y\n# enter_kexec' | write_file '/etc/motd' 644\n"
                + "# step z\nvalue=\"a; step b\"\nstep a#b\n");
        assertEquals(List.of(new Deed.Begin("a#b")), script.deeds());
        assertEquals(Optional.empty(), script.token());
    }

    @Test
    public void whatIsCutOffIsReadAsFarAsItGoes() {
        assertEquals(List.of(), NodeScript.of("fetch").deeds());
        assertEquals(
                List.of(new Deed.Begin("half")), NodeScript.of("step 'half").deeds());
        assertEquals(List.of(), NodeScript.of("printf '\\").deeds());
    }
}
