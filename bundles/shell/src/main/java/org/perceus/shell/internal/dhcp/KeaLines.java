package org.perceus.shell.internal.dhcp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.perceus.provisioning.BootPrograms.Program;

/** Members of the object Dhcp4 of kea-dhcp4.conf. */
final class KeaLines {
    private static final Gson FORM =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String IPXE = "perceus-ipxe";

    private KeaLines() {}

    static List<String> of(ExternalServer server) {
        JsonObject members = new JsonObject();
        JsonArray classes = new JsonArray();
        classes.add(named(IPXE, "substring(option[77].hex, 0, 4) == 'iPXE'", server, server.script()));
        for (Program program : server.programs()) {
            classes.add(ofProgram(program, server));
        }
        members.add("client-classes", classes);
        if (!server.reservations().isEmpty()) {
            members.addProperty("reservations-global", true);
            JsonArray reservations = new JsonArray();
            server.reservations().forEach(one -> reservations.add(reservation(one)));
            members.add("reservations", reservations);
        }
        // the braces are those of the object that they are put into
        List<String> lines = FORM.toJson(members).lines().toList();
        return lines.subList(1, lines.size() - 1);
    }

    private static JsonObject ofProgram(Program program, ExternalServer server) {
        String type = ExternalServer.vendorClass(program);
        String test = "not member('" + IPXE + "') and substring(option[60].hex, 0, " + type.length() + ") == '" + type
                + "' and (" + ExternalServer.anyType(program, "option[93].hex == 0x%04x", " or ") + ")";
        JsonObject json = named(ExternalServer.name(program), test, server, server.file(program));
        if (ExternalServer.isHttp(program)) {
            JsonObject option = new JsonObject();
            option.addProperty("name", "vendor-class-identifier");
            option.addProperty("data", type);
            JsonArray options = new JsonArray();
            options.add(option);
            json.add("option-data", options);
        }
        return json;
    }

    private static JsonObject named(String name, String test, ExternalServer server, String file) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("test", test);
        json.addProperty("next-server", server.server());
        json.addProperty("boot-file-name", file);
        return json;
    }

    private static JsonObject reservation(Reservation one) {
        JsonObject json = new JsonObject();
        json.addProperty("hw-address", one.mac().toString());
        json.addProperty("ip-address", one.address().toString());
        json.addProperty("hostname", one.name());
        return json;
    }
}
