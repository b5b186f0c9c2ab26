package org.perceus.itests;

import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * A test that runs inside the container that is shipped. It has one network and serves HTTP on the loopback device.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class ContainerTest {
    /** System property of the container with the port it serves HTTP on. */
    static final String HTTP_PORT = "perceus.test.http";

    private static final int PORT = freePort();
    private static final Map<String, String> NETWORK = Map.of(
            "name", "test", "subnet", "127.0.0.0/24", "pool", "127.0.0.100-127.0.0.199", "domain", "test.example");

    private static final Map<String, String> INTERFACE = Map.of(
            "device", "lo",
            "address", "127.0.0.1",
            "dhcp", "false",
            "tftp", "false",
            "dns", "false",
            "httpPort", Integer.toString(PORT));

    /** Called by Pax Exam. */
    @Configuration
    public static Option[] container() {
        String repository = System.getProperty("org.ops4j.pax.url.mvn.localRepository");
        Option[] common = options(
                karafDistributionConfiguration()
                        .frameworkUrl(Installation.archive().toURI().toString())
                        .name("perceus")
                        .karafVersion(System.getProperty("perceus.karaf"))
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                vmOptions(
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1"),
                systemProperty("perceus.docs").value(new File("../../docs").getAbsolutePath()),
                systemProperty(HTTP_PORT).value(Integer.toString(PORT)),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository));
        return OptionUtils.combine(
                OptionUtils.combine(common, file("org.perceus.node.network-test", NETWORK)),
                file("org.perceus.boot.interface-lo", INTERFACE));
    }

    /**
     * Starts what could not be resolved. While the container starts, Karaf installs what Pax Exam needs of it, and takes all
     * bundles out of their region for a moment; the container that is shipped installs nothing then.
     */
    @Before
    public final void startWhatWasPassedOver() throws BundleException {
        for (Bundle bundle :
                FrameworkUtil.getBundle(ContainerTest.class).getBundleContext().getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED
                    && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
                bundle.start();
            }
        }
    }

    private static Option[] file(String name, Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> editConfigurationFilePut("etc/" + name + ".cfg", value.getKey(), value.getValue()))
                .toArray(Option[]::new);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
