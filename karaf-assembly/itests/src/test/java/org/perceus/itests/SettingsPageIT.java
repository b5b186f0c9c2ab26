package org.perceus.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.SettingCheck;

/** The page about settings says what the shipped modules declare: its table is made of it. */
public class SettingsPageIT extends ContainerTest {
    private static final String HEAD = "| setting | read by | default | use | meaning |\n|---|---|---|---|---|\n";

    @Inject
    private SettingCheck check;

    @Test
    public void thePageHasTheTableOfWhatIsDeclared() throws IOException {
        String table = HEAD
                + check.settings().stream()
                        .sorted(Comparator.comparing(DeclaredSetting::key).thenComparing(DeclaredSetting::reader))
                        .map(SettingsPageIT::row)
                        .collect(Collectors.joining());
        String page = Files.readString(Path.of(System.getProperty("perceus.docs"), "settings.md"));
        int begin = page.indexOf(HEAD);
        int end = page.indexOf("\n\n", begin) + 1;
        assertEquals("the table of docs/settings.md has to be this one", table, page.substring(begin, end));
    }

    private static String row(DeclaredSetting setting) {
        return "| " + String.join(" | ", cells(setting)).replace("\n", " ") + " |\n";
    }

    private static List<String> cells(DeclaredSetting setting) {
        return List.of(
                "`" + setting.key() + "`",
                setting.reader(),
                setting.standard().map(value -> "`" + value + "`").orElse(""),
                setting.words() + (setting.once() ? "; once, of a node alone" : ""),
                setting.help());
    }
}
