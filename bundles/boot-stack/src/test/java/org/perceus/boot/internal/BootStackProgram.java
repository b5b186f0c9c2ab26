package org.perceus.boot.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.perceus.boot.BootFiles;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.KernelLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.Devices;
import org.perceus.boot.internal.net.LinuxDeviceSockets;

/**
 * The servers of one device in a process of their own, for tests in network namespaces and with virtual machines.
 * Arguments: device, folder of boot files. Ends, and prints its counters, when its input does.
 */
final class BootStackProgram {
    private BootStackProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Counters counters = new Counters();
        BootServices services = new BootServices();
        services.bindPolicy(new SubnetPolicy(arguments.length > 4 ? Integer.parseInt(arguments[4]) : 24), Map.of());
        services.bindFiles(filesIn(folder), Map.of());
        services.bindEndpoint(new Script(), Map.of());
        KernelLog log = (source, lines) -> System.out.println("kernel " + source + " " + lines);
        services.bindKernelLog(log, Map.of());
        TestConfig config = TestConfig.of(arguments[0]).withKernelLog(6666);
        if (arguments.length > 2) {
            config = config.withPorts(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), 9870);
        }
        ProvisioningInterface serving = new ProvisioningInterface(
                Devices::inKernel, new LinuxDeviceSockets(), services, counters, BootStackProgram::announce, config);
        while (System.in.read() >= 0) {
            // Only the end of the input matters.
        }
        serving.stop();
        counters.counters().forEach((name, value) -> System.out.println(name + " " + value));
    }

    private static Runnable announce(org.perceus.boot.ServingInterface serving) {
        System.out.println("serving " + serving.servers() + " at " + serving.server());
        return () -> System.out.println("no longer serving " + serving.device());
    }

    private static BootFiles filesIn(Path folder) {
        return name -> name.matches("[A-Za-z0-9._-]+")
                ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private static final class Script implements HttpEndpoint {
        @Override
        public String prefix() {
            return "/script/";
        }

        @Override
        public HttpAnswer answer(HttpRequest request) {
            System.out.println("script for " + request.path());
            return HttpAnswer.ok("#!ipxe\necho hello from the boot server\npoweroff\n");
        }
    }
}
