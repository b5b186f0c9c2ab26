package org.perceus.shell.internal.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.screen.Table;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.RootTraits;

/**
 * What a root is like, as it is shown. Immutable.
 *
 * @param kernels its kernels, the one that nodes get first
 * @param traits all else
 */
public record RootCard(List<CapsuleKernel> kernels, RootTraits traits) {
    /** Prints it for people. */
    public void print(Screen screen) {
        line(screen, "system", traits.system());
        line(screen, "init", traits.init() + " (" + word(traits.initSystem()) + ")");
        line(screen, "network", word(traits.network()));
        line(screen, "SELinux", word(traits.selinux()));
        CapsuleKernel first = kernels.get(0);
        line(screen, "kernel", first.release() + ", " + first.path() + ", initramfs " + word(first.initramfs()));
        line(
                screen,
                "others",
                kernels.stream().skip(1).map(CapsuleKernel::release).collect(Collectors.joining(", ")));
        if (!traits.findings().isEmpty()) {
            screen.out().println();
            screen.out().print(findings().text(screen.width(), screen.unicode()));
        }
    }

    private Table findings() {
        Table table = new Table(Column.of("WHAT"), Column.text("FOUND"), Column.text("DONE OR TO DO"));
        for (Finding finding : traits.findings()) {
            boolean done = finding.kind() == Finding.Kind.CHANGED;
            table.row(finding.subject(), finding.sentence(), (done ? "done: " : "to do: ") + finding.remedy());
        }
        return table;
    }

    /** Adds it to the JSON of a capsule. */
    public void addTo(JsonObject json) {
        json.addProperty("system", traits.system().isEmpty() ? null : traits.system());
        json.addProperty("init", traits.init());
        json.addProperty("initSystem", word(traits.initSystem()));
        json.addProperty("network", word(traits.network()));
        json.addProperty("selinux", word(traits.selinux()));
        JsonArray all = new JsonArray();
        for (CapsuleKernel kernel : kernels) {
            JsonObject one = new JsonObject();
            one.addProperty("release", kernel.release());
            one.addProperty("path", kernel.path());
            one.addProperty("initramfs", word(kernel.initramfs()));
            all.add(one);
        }
        json.add("kernels", all);
        JsonArray findings = new JsonArray();
        for (Finding finding : traits.findings()) {
            JsonObject one = new JsonObject();
            one.addProperty("kind", word(finding.kind()));
            one.addProperty("subject", finding.subject());
            one.addProperty("found", finding.sentence());
            one.addProperty("remedy", finding.remedy());
            findings.add(one);
        }
        json.add("findings", findings);
    }

    private static void line(Screen screen, String key, String value) {
        if (!value.isEmpty()) {
            screen.out().println(String.format("%-7s  %s", key, Printable.line(value)));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
