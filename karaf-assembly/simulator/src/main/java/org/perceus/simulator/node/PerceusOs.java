package org.perceus.simulator.node;

import java.net.Inet4Address;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.simulator.http.HttpAnswer;
import org.perceus.simulator.http.HttpRequest;
import org.perceus.simulator.http.HttpTarget;
import org.perceus.simulator.http.Portion;
import org.perceus.simulator.node.NodeScript.Deed;

/** Perceus OS: asks for the node's script and does what it says. Belongs to the loop's thread. */
final class PerceusOs {
    private static final int SCRIPT_ROOM = 4 << 20;
    private static final int SENTENCE = 1000;
    private static final Pattern WAIT = Pattern.compile("(?s)#!perceus (?:wait|prove) (.*)");

    private final Machine machine;
    private final HttpTarget server;
    private final String claim;
    private final Consumer<String> next;
    private final Persistence persistence;
    private long began;
    private String name = "";
    private boolean progressing;

    /** @param next gets the agent's token */
    PerceusOs(Machine machine, Inet4Address address, HttpTarget server, String claim, Consumer<String> next) {
        this.machine = machine;
        this.server = server;
        this.claim = claim;
        this.next = next;
        this.persistence = new Persistence(machine, address, server);
    }

    void start() {
        began = machine.begin(Step.NODE_SCRIPT);
        askForScript();
    }

    private void askForScript() {
        HttpRequest request = HttpRequest.post(server.at("/node/script"), claim, hardware(), SCRIPT_ROOM);
        persistence.ask("Perceus OS got no script", request, answer -> {
            Matcher told = WAIT.matcher(answer.text());
            if (told.matches()) {
                waitAsTold(told.group(1));
            } else {
                run(answer);
            }
        });
    }

    private String hardware() {
        return "mac=" + machine.mac() + "\nuuid=" + machine.mac().uuid()
                + "\nvendor=Perceus\nproduct=Simulated node\nserial=" + machine.mac() + "\narch=x86_64\nfirmware=bios\n"
                + "cpus=64\ntopology=2 32 1\nmemory-kib=263000000\nos-version=simulated\ndisk=sda 480000000000 simulated\n"
                + "nic=eth0 " + machine.mac() + " simulated up\n";
    }

    private void waitAsTold(String words) {
        String[] told = words.strip().split(" ", 2);
        machine.site().observer().waits(told[told.length - 1]);
        int seconds = told[0].matches("[0-9]{1,6}") ? Integer.parseInt(told[0]) : 10;
        machine.site().loop().after(Patience.waitMillis(seconds), this::askForScript);
    }

    private void run(HttpAnswer answer) {
        if (!answer.text().startsWith("#!perceus run\n") || !answer.text().endsWith("#!perceus end\n")) {
            machine.fail("Perceus OS got a script that is not whole");
            return;
        }
        machine.took(Step.NODE_SCRIPT, began);
        NodeScript script = NodeScript.of(answer.text());
        if (script.token().isEmpty()) {
            machine.fail("the node script installs no agent, so this node would never be ready");
            return;
        }
        follow(script, 0);
    }

    private void follow(NodeScript script, int number) {
        if (number == script.deeds().size()) {
            machine.fail("the node script ended without entering a system");
            return;
        }
        Deed deed = script.deeds().get(number);
        if (deed instanceof Deed.Begin step) {
            name = step.name();
            tell("event=step\nname=" + name + "\n", () -> follow(script, number + 1));
        } else if (deed instanceof Deed.Fetch artifact) {
            fetch(artifact, () -> follow(script, number + 1));
        } else {
            tell("event=entering\n", () -> next.accept(script.token().orElseThrow()));
        }
    }

    private void tell(String event, Runnable then) {
        long asked = machine.begin(Step.EVENT);
        HttpRequest request = HttpRequest.post(server.at("/node/event"), claim, event, SENTENCE);
        persistence.ask("an event was refused", request, answer -> {
            machine.took(Step.EVENT, asked);
            then.run();
        });
    }

    /** Worth nothing late: it is left out while the one before is under way. */
    private void progress(int percent) {
        if (!progressing) {
            progressing = true;
            String event = "event=progress\nname=" + name + "\npercent=" + percent + "\n";
            HttpRequest request = HttpRequest.post(server.at("/node/event"), claim, event, SENTENCE);
            persistence.mention(request, () -> progressing = false);
        }
    }

    private void fetch(Deed.Fetch artifact, Runnable then) {
        long asked = machine.begin(Step.ARTIFACT);
        Portion portion = machine.site().behaviour().portion();
        HttpRequest request = HttpRequest.get(server.at("/artifact/" + artifact.sha256()), claim, portion);
        Download download = new Download(machine.site().loop(), portion.of(artifact.octets()), this::progress);
        persistence.ask("an artifact was refused", request, download::watch, answer -> {
            machine.took(Step.ARTIFACT, asked);
            then.run();
        });
    }
}
