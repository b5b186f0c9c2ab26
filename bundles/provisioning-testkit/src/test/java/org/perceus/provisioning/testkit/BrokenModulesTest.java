package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.notification.Failure;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The contract finds what it is there to find. */
public class BrokenModulesTest {
    /** The contract of a module that bnd makes a bundle of. */
    public abstract static class BundledContract extends ConfigurationContract {
        private final Class<? extends ConfigurationModule> module;
        private final String exports;

        BundledContract(Class<? extends ConfigurationModule> module, String exports) {
            this.module = module;
            this.exports = exports;
        }

        @Override
        protected Class<? extends ConfigurationModule> module() {
            return module;
        }

        @Override
        protected void configure(TestNode node) {
            node.with("words", "some");
        }

        @Override
        BundleFile bundle() throws Exception {
            Path file = folder.newFolder().toPath().resolve("module.jar");
            try (Builder builder = new Builder()) {
                builder.addClasspath(new File("target/test-classes"));
                builder.addClasspath(place(ProvisioningMethod.class));
                builder.addClasspath(place(Component.class));
                builder.setBundleSymbolicName("broken." + module.getSimpleName());
                builder.setProperty("-dsannotations", module.getName());
                builder.setProperty("-bundleannotations", module.getName());
                builder.setProperty("-includepackage", module.getPackageName());
                builder.setProperty("Export-Package", exports);
                builder.setProperty("Import-Package", "org.perceus.provisioning.spi,java.*,!*");
                Jar jar = builder.build();
                assertEquals(List.of(), builder.getErrors());
                jar.write(file.toFile());
            }
            return BundleFile.at(file);
        }

        private static File place(Class<?> type) throws Exception {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
    }

    public static class InjectedContract extends BundledContract {
        public InjectedContract() {
            super(Broken.Injected.class, "");
        }
    }

    public static class InjectedLaterContract extends BundledContract {
        public InjectedLaterContract() {
            super(Broken.InjectedLater.class, "");
        }
    }

    public static class LaxContract extends BundledContract {
        public LaxContract() {
            super(Broken.Lax.class, "");
        }
    }

    public static class PercentContract extends BundledContract {
        public PercentContract() {
            super(Broken.Percent.class, "");
        }
    }

    public static class WriterContract extends BundledContract {
        public WriterContract() {
            super(Broken.Writer.class, "");
        }
    }

    public static class StarterContract extends BundledContract {
        public StarterContract() {
            super(Broken.Starter.class, "");
        }
    }

    public static class CounterContract extends BundledContract {
        public CounterContract() {
            super(Broken.Counter.class, "");
        }
    }

    public static class ThrowerContract extends BundledContract {
        public ThrowerContract() {
            super(Broken.Thrower.class, "");
        }
    }

    public static class StillbornContract extends BundledContract {
        public StillbornContract() {
            super(Broken.Stillborn.class, "");
        }
    }

    public static class DashedContract extends BundledContract {
        public DashedContract() {
            super(Broken.Dashed.class, "");
        }
    }

    public static class ExporterContract extends BundledContract {
        public ExporterContract() {
            super(Broken.Counter.class, "org.perceus.provisioning.spi");
        }
    }

    @Test
    public void aSettingThatBecomesACommand() {
        assertFound("ran a command", InjectedContract.class, "hostileSettingsNeverBecomeCommands");
        assertFound("ran a command", InjectedLaterContract.class, "hostileSettingsNeverBecomeCommands");
    }

    @Test
    public void aSettingThatBecomesALine() {
        assertFound("began a line of /etc/lax.conf", LaxContract.class, "hostileSettingsNeverBecomeCommands");
        assertFound(
                "is the specifier %i in /etc/systemd/system/percent.service",
                PercentContract.class, "hostileSettingsNeverBecomeCommands");
    }

    @Test
    public void aFileThatIsWritten() {
        assertFound("writes the file", WriterContract.class, "renderingOnlyComputes");
    }

    @Test
    public void aThreadThatIsStarted() {
        assertFound("starts the thread wasted", StarterContract.class, "renderingOnlyComputes");
        assertFound("class loader is still reachable", StarterContract.class, "nothingOfItStaysWhenItIsUninstalled");
    }

    @Test
    public void aScriptThatDependsOnMoreThanTheNode() {
        assertFound("the second script", CounterContract.class, "equalNodesGetEqualScripts");
    }

    @Test
    public void aRefusalWithoutASentence() {
        assertFound(
                "be refused by a ProvisioningException", ThrowerContract.class, "withoutASettingItRendersOrRefuses");
    }

    @Test
    public void aBundleThatExportsTheSpi() {
        assertFound("exported packages", ExporterContract.class, "theBundleKeepsItsClassesToItself");
    }

    @Test
    public void aComponentThatDoesNotStart() {
        assertFound("does not start", StillbornContract.class, "theShareRunsToItsEnd");
    }

    @Test
    public void aNameThatTheContainerRefuses() {
        assertFound("name of the module: dashed-", DashedContract.class, "theBundleSaysThatItIsAModule");
    }

    @Test
    public void whatIsRightPasses() {
        for (String check :
                List.of("theBundleSaysThatItIsAModule", "theBundleKeepsItsClassesToItself", "renderingIsQuick")) {
            assertEquals(check, List.of(), failures(InjectedContract.class, check));
        }
    }

    private static void assertFound(String message, Class<?> contract, String check) {
        List<Failure> failures = failures(contract, check);
        assertEquals(failures.toString(), 1, failures.size());
        assertTrue(
                failures.get(0).getTrace(),
                String.valueOf(failures.get(0).getMessage()).contains(message));
    }

    private static List<Failure> failures(Class<?> contract, String check) {
        return new JUnitCore().run(Request.method(contract, check)).getFailures();
    }
}
