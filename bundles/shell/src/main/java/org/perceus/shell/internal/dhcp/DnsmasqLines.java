package org.perceus.shell.internal.dhcp;

import java.util.ArrayList;
import java.util.List;
import org.perceus.provisioning.BootPrograms.Program;

/** Lines of dnsmasq.conf. */
final class DnsmasqLines {
    private DnsmasqLines() {}

    static List<String> of(ExternalServer server) {
        List<String> lines = new ArrayList<>();
        lines.add("dhcp-userclass=set:perceus-ipxe,iPXE");
        lines.add("dhcp-boot=tag:perceus-ipxe," + server.script());
        lines.add("dhcp-vendorclass=set:perceus-http,HTTPClient");
        lines.add("dhcp-option-force=tag:perceus-http,option:vendor-class,HTTPClient");
        for (Program program : server.programs()) {
            String tag = ExternalServer.name(program);
            program.firmware()
                    .architecture()
                    .types()
                    .forEach(type -> lines.add("dhcp-match=set:" + tag + ",option:client-arch," + type));
            String http = ExternalServer.isHttp(program) ? "tag:perceus-http" : "tag:!perceus-http";
            lines.add("dhcp-boot=tag:!perceus-ipxe," + http + ",tag:" + tag + "," + server.file(program)
                    + (ExternalServer.isHttp(program) ? "" : ",," + server.server()));
        }
        for (Reservation one : server.reservations()) {
            lines.add("dhcp-host=" + one.mac() + "," + one.address() + "," + one.name());
        }
        return lines;
    }
}
