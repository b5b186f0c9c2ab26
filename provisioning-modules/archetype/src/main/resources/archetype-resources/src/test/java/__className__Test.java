package ${package};

import static org.junit.Assert.assertEquals;
#if( $kind == "method" )

import java.util.List;
#end

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
#if( $kind == "method" )
import org.perceus.provisioning.spi.MethodScript;
#end
import org.perceus.provisioning.testkit.ScriptRun;
#if( $kind == "method" )
import org.perceus.provisioning.testkit.TestBuild;
#end
import org.perceus.provisioning.testkit.TestNode;

/** What this module is about. */
public class ${className}Test {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

#if( $kind == "method" )
    @Test
    public void theAdministratorChoosesTheKernelArguments() throws Exception {
        TestBuild build = new TestBuild(folder.newFolder().toPath());
        new ${className}().build(build);
        MethodScript script = new ${className}().render(new TestNode().with(build).with("kernel-args", "quiet"));
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                script.prepare().text() + script.enter().text());
        List<String> last = run.calls().get(run.calls().size() - 1);
        assertEquals("enter_kexec", last.get(0));
        assertEquals("quiet", last.get(3));
    }
#else
    @Test
    public void theNodeGreetsWithItsName() throws Exception {
        assertEquals("Welcome to n0001\n", run(new TestNode()).file("/etc/motd"));
    }

    @Test
    public void theAdministratorChoosesTheWords() throws Exception {
        TestNode node = new TestNode().with("greeting", "It's a $(good) day");
        assertEquals("It's a $(good) day\n", run(node).file("/etc/motd"));
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new ${className}().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
#end
}
