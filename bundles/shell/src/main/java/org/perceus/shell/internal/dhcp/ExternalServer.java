package org.perceus.shell.internal.dhcp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.Firmware.Loader;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.BootPrograms.Program;

/**
 * What another DHCP server has to know of Perceus. Immutable.
 *
 * @param address of this server
 * @param http base of its URLs
 * @param programs what firmware loads first
 * @param reservations the addresses of nodes in the network, which it is to give them
 */
public record ExternalServer(Ipv4Address address, URI http, List<Program> programs, List<Reservation> reservations) {
    String server() {
        return address.toString();
    }

    /** The URL of the script of iPXE. */
    String script() {
        return http + BootPrograms.SCRIPT;
    }

    /** What firmware is told to load: a name by TFTP, or a URL. */
    String file(Program program) {
        return isHttp(program) ? http + BootPrograms.FOLDER + program.file() : program.file();
    }

    static boolean isHttp(Program program) {
        return program.firmware().loader() == Loader.UEFI_HTTP;
    }

    /** How the class of such firmware begins (option 60). */
    static String vendorClass(Program program) {
        return isHttp(program) ? "HTTPClient" : "PXEClient";
    }

    /** What such firmware is called among others of one configuration. */
    static String name(Program program) {
        String machine = program.firmware()
                .architecture()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return "perceus-" + machine + (isHttp(program) ? "-http" : "");
    }

    /** A test for each number of its architecture (option 93), joined. */
    static String anyType(Program program, String form, String or) {
        return program.firmware().architecture().types().stream()
                .map(type -> form.formatted(type))
                .collect(Collectors.joining(or));
    }
}
