package org.perceus.doctor.finding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Findings for programs: an array of objects with check, severity, sentence and, where there is one, command. */
public final class FindingJson {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private FindingJson() {}

    /** As a JSON text. */
    public static String of(List<Examined> all) {
        JsonArray findings = new JsonArray();
        for (Examined one : all) {
            for (Finding finding : one.findings()) {
                JsonObject object = new JsonObject();
                object.addProperty("check", one.check());
                object.addProperty("severity", finding.severity().word());
                object.addProperty("sentence", finding.sentence());
                finding.command().ifPresent(command -> object.addProperty("command", command));
                findings.add(object);
            }
        }
        return GSON.toJson(findings);
    }
}
