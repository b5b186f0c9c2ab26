package org.perceus.shell.internal.dhcp;

import java.util.ArrayList;
import java.util.List;
import org.perceus.provisioning.BootPrograms.Program;

/** Lines of dhcpd.conf, outside of any block. */
final class DhcpdLines {
    private DhcpdLines() {}

    static List<String> of(ExternalServer server) {
        List<String> lines = new ArrayList<>();
        lines.add("option perceus-arch code 93 = unsigned integer 16;");
        lines.add("next-server " + server.server() + ";");
        lines.add("if exists user-class and option user-class = \"iPXE\" {");
        lines.add("  filename \"" + server.script() + "\";");
        for (Program program : server.programs()) {
            String type = ExternalServer.vendorClass(program);
            lines.add("} elsif substring(option vendor-class-identifier, 0, " + type.length() + ") = \"" + type
                    + "\" and (" + ExternalServer.anyType(program, "option perceus-arch = 00:%02x", " or ") + ") {");
            if (ExternalServer.isHttp(program)) {
                lines.add("  option vendor-class-identifier \"" + type + "\";");
            }
            lines.add("  filename \"" + server.file(program) + "\";");
        }
        lines.add("}");
        for (Reservation one : server.reservations()) {
            lines.add("host " + one.label() + " { hardware ethernet " + one.mac() + "; fixed-address " + one.address()
                    + "; option host-name \"" + one.name() + "\"; }");
        }
        return lines;
    }
}
