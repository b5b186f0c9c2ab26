package org.perceus.doctor.check.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Instance;

/** What the container says of itself, when it runs. */
public final class ContainerCheck implements Check {
    /** A sentence of the container may have the command that mends it in brackets. */
    private static final Pattern COMMAND = Pattern.compile("\\((sysctl -w [^,)]+)");

    private final Container container;
    private final Instance instance;

    public ContainerCheck(Container container, Instance instance) {
        this.container = container;
        this.instance = instance;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        Optional<JsonObject> info = container.info();
        if (info.isEmpty()) {
            String silence = container.silence();
            return List.of(Finding.note("what is served is not tried, as "
                            + (silence.isEmpty() ? "the container does not run" : silence))
                    .with(instance.home().resolve("bin/start").toString()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(served(info.get().getAsJsonArray("interfaces"))));
        for (JsonElement problem : info.get().getAsJsonArray("problems")) {
            findings.add(finding(problem.getAsString()));
        }
        return findings;
    }

    private static String served(JsonArray interfaces) {
        List<String> served = new ArrayList<>();
        for (JsonElement element : interfaces) {
            JsonObject one = element.getAsJsonObject();
            List<String> servers = one.getAsJsonArray("servers").asList().stream()
                    .map(JsonElement::getAsString)
                    .toList();
            served.add(String.join(", ", servers) + " on " + one.get("device").getAsString() + " at "
                    + one.get("address").getAsString());
        }
        return served.isEmpty() ? "it runs, and serves nothing" : "it runs, and serves " + String.join("; ", served);
    }

    private static Finding finding(String sentence) {
        Finding problem = Finding.problem(sentence);
        Matcher command = COMMAND.matcher(sentence);
        return command.find() ? problem.with(command.group(1)) : problem.with("perceus info");
    }
}
