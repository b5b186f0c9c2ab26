package org.perceus.module.ram;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestBuild;
import org.perceus.provisioning.testkit.TestNode;

public class StatelessRamTest {
    private static final String CONSOLES = "console=tty0 console=ttyS0,115200 panic=10";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theWordsComeInTheirOrder() throws Exception {
        String work = folder.getRoot().toPath().resolve("work").toString();
        assertEquals(
                List.of(
                        List.of("step", "fetch the kernel"),
                        List.of("fetch", "a".repeat(64), "8000000", work + "/kernel"),
                        List.of("step", "fetch the root"),
                        List.of("fetch", "b".repeat(64), "900000000", work + "/root"),
                        List.of("install_ram_init", "50%"),
                        List.of("step", "load the kernel"),
                        List.of("append_overlay", work + "/root"),
                        List.of("enter_kexec", work + "/kernel", work + "/root", CONSOLES)),
                run(node()).calls());
    }

    @Test
    public void aBootLoaderCanLoadWhatTheScriptEnters() throws Exception {
        DirectStart start = new StatelessRam("50%").render(node()).direct().orElseThrow();
        assertEquals("a".repeat(64), start.kernel().sha256());
        assertEquals("b".repeat(64), start.root().sha256());
        assertEquals(CONSOLES, start.arguments());
        TestNode keeping = node().with("keep-image", "yes").withMemory(0);
        assertEquals(
                "it keeps what only Perceus OS has",
                Optional.empty(),
                new StatelessRam("50%").render(keeping).direct());
    }

    @Test
    public void theImageIsKeptBeforeAnythingIsPutBehindIt() throws Exception {
        List<String> words = run(node().with("keep-image", "yes").withMemory(0)).calls().stream()
                .map(call -> String.join(" ", call.subList(0, Math.min(2, call.size()))))
                .toList();
        assertEquals(
                List.of(
                        "fetch " + "b".repeat(64),
                        "keep_artifact " + "a".repeat(64),
                        "keep_artifact " + "b".repeat(64),
                        "install_ram_init 50%"),
                words.subList(3, 7));
    }

    @Test
    public void anImageThatIsKeptTakesMemory() {
        long need = MemoryNeed.kib(node(), 900_000_000, 908_000_000);
        TestNode keeping = node().with("keep-image", "yes").withMemory(need - 1);
        String told = assertThrows(ProvisioningException.class, () -> new StatelessRam("50%").render(keeping))
                .getMessage();
        assertTrue(told, told.contains(" MiB to start in RAM and keep its image: "));
        String size = assertThrows(ProvisioningException.class, () -> new StatelessRam("50%")
                        .render(node().with("keep-image", "yes")
                                .with("root-size", "1800M")
                                .withMemory(8 << 20)))
                .getMessage();
        assertTrue(size, size.contains(" MiB with the image that it keeps, which root-size=1800M does not hold"));
    }

    @Test
    public void theAdministratorChoosesTheKernelArguments() throws Exception {
        assertEquals("quiet isolcpus=1-3", kernelArguments("quiet isolcpus=1-3"));
    }

    @Test
    public void hostileKernelArgumentsStayOneText() throws Exception {
        for (String hostile :
                List.of("'; touch \"$DESTDIR\"/pwned; '", "$(touch pwned)", "\" ; fail 'x'", "-h", "a=\"b c\" * ~")) {
            assertEquals(hostile, kernelArguments(hostile));
        }
    }

    @Test
    public void theFilesOfTheNodeGoBetweenTheEnds() throws Exception {
        MethodScript script = new StatelessRam("50%").render(node());
        String prepare = script.prepare().text();
        String enter = script.enter().text();
        ScriptRun run = ScriptRun.of(folder.getRoot().toPath(), prepare + "note HERE\n" + enter);
        List<String> words = run.calls().stream().map(call -> call.get(0)).toList();
        assertEquals(List.of("HERE", "install_ram_init", "step", "append_overlay", "enter_kexec"), words.subList(4, 9));
    }

    @Test
    public void aCapsuleThatWasNotBuiltIsRefused() {
        assertThrows(ProvisioningException.class, () -> new StatelessRam("50%").render(new TestNode()));
        assertThrows(ProvisioningException.class, () -> new StatelessRam("50%")
                .render(new TestNode().with("kernel", 'a', 1)));
    }

    @Test
    public void theRootIsAsLargeAsTheNodeWants() throws Exception {
        assertEquals(
                List.of(List.of("install_ram_init", "3g")),
                run(node().with("root-size", "3g")).calls().stream()
                        .filter(call -> call.get(0).equals("install_ram_init"))
                        .toList());
        for (String wrong : List.of("", "0", "120%", "2g; reboot", "-1", "1 g")) {
            assertThrows(wrong, ProvisioningException.class, () -> new StatelessRam("50%")
                    .render(node().with("root-size", wrong)));
        }
    }

    @Test
    public void aRootThatDoesNotFitIntoItsSizeIsRefused() {
        String told = assertThrows(ProvisioningException.class, () -> new StatelessRam("50%")
                        .render(node().with("root-size", "20M")))
                .getMessage();
        assertTrue(told, told.endsWith("MiB, which root-size=20M does not hold: set root-size to more"));
    }

    @Test
    public void aMachineWithTooLittleMemoryIsToldBothNumbers() throws Exception {
        TestNode small = node();
        long need = MemoryNeed.kib(small, 900_000_000, 0);
        run(small.withMemory(need));
        String told = assertThrows(
                        ProvisioningException.class, () -> new StatelessRam("50%").render(small.withMemory(need - 1)))
                .getMessage();
        assertTrue(told, told.contains("has " + ((need - 1) >> 10) + " MiB of RAM"));
        assertTrue(told, told.contains("needs " + ((need >> 10) + 1) + " MiB"));
    }

    @Test
    public void aMachineThatDoesNotSayItsMemoryIsTrusted() throws Exception {
        run(node().withMemory(0));
    }

    @Test
    public void theRootHasToFitIntoHalfOfWhatTheImageLeaves() {
        long root = (1L << 30) + 30_000 * 2048L;
        assertTrue(MemoryNeed.kib(node(), 900_000_000, 0) >= (2 * root + 900_000_000) >> 10);
    }

    @Test
    public void itBuildsWhatItAsksForLater() throws Exception {
        TestBuild build = new TestBuild(folder.getRoot().toPath());
        new StatelessRam("50%").build(build);
        assertEquals(List.of("kernel as kernel", "initramfs as root"), build.published());
    }

    private String kernelArguments(String setting) throws Exception {
        MethodScript script = new StatelessRam("50%").render(node().with("kernel-args", setting));
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                script.prepare().text() + script.enter().text());
        List<String> last = run.calls().get(run.calls().size() - 1);
        assertEquals(run.errors(), "enter_kexec", last.get(0));
        assertEquals(0, run.destination().toFile().list().length);
        return last.get(3);
    }

    private ScriptRun run(TestNode node) throws Exception {
        MethodScript script = new StatelessRam("50%").render(node);
        ScriptRun run = ScriptRun.of(
                folder.getRoot().toPath(),
                script.prepare().text() + script.enter().text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private static TestNode node() {
        return new TestNode().with("kernel", 'a', 8_000_000).with("root", 'b', 900_000_000);
    }
}
