package org.perceus.shell.internal.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.perceus.administration.capsule.CapsuleUse;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;
import org.perceus.vnfs.Capsule;

/**
 * A capsule as it is shown. Immutable.
 *
 * @param capsule the capsule
 * @param nodes how many nodes are to get it
 */
public record CapsuleReport(Capsule capsule, int nodes) {
    /** Capsules with their use. */
    public static List<CapsuleReport> of(List<Capsule> capsules, CapsuleUse use) {
        return capsules.stream()
                .map(capsule ->
                        new CapsuleReport(capsule, use.nodesOf(capsule.id()).size()))
                .toList();
    }

    /** Capsules as a table. */
    public static Table table(List<CapsuleReport> reports) {
        Table table = new Table(
                Column.of("CAPSULE"),
                Column.text("KERNEL"),
                Column.number("SIZE"),
                Column.number("PACKED"),
                Column.number("FILES"),
                Column.of("IMPORTED"),
                Column.number("NODES"));
        for (CapsuleReport report : reports) {
            Capsule capsule = report.capsule();
            table.row(
                    capsule.id().toString(),
                    capsule.kernel().release(),
                    Amounts.bytes(capsule.rootSize()),
                    Amounts.bytes(capsule.root().size()),
                    Long.toString(capsule.files()),
                    Amounts.moment(capsule.imported()),
                    Integer.toString(report.nodes()));
        }
        return table;
    }

    /** Capsules as JSON. */
    public static JsonArray json(List<CapsuleReport> reports) {
        JsonArray array = new JsonArray();
        for (CapsuleReport report : reports) {
            Capsule capsule = report.capsule();
            JsonObject json = new JsonObject();
            json.addProperty("name", capsule.id().name());
            json.addProperty("version", capsule.id().version());
            json.addProperty("kernel", capsule.kernel().release());
            json.addProperty("kernelPath", capsule.kernel().path());
            json.addProperty("bytes", capsule.rootSize());
            json.addProperty("packedBytes", capsule.root().size());
            json.addProperty("sha256", capsule.root().sha256());
            json.addProperty("files", capsule.files());
            json.addProperty("imported", capsule.imported().toString());
            json.addProperty("nodes", report.nodes());
            array.add(json);
        }
        return array;
    }
}
