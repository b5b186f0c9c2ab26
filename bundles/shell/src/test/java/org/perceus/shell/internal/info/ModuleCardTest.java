package org.perceus.shell.internal.info;

import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.ModuleDetails;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleSetting;
import org.perceus.shell.testing.FakeSite;

public class ModuleCardTest {
    @Test
    public void settingsStandUnderTheFilesThatHaveThem() {
        ModuleDetails details = new ModuleDetails(
                FakeSite.module("nfs-root", Kind.METHOD),
                "",
                "",
                "[1.0,2)",
                List.of(
                        new ModuleSetting("org.example.server", "server", "kernel", true, "Who serves"),
                        new ModuleSetting("org.example.server", "clients", "", false, "Who may ask"),
                        new ModuleSetting("org.example.root", "size", "50%", false, "How large it is")),
                List.of());
        String text = new ModuleCard(details, new ModuleUse(Map.of()), List.of()).text();
        assertTrue(
                text,
                text.endsWith(
                        """

                        settings: etc/org.example.server.cfg
                          KEY      VALUE   FROM                        MEANING
                          server   kernel  etc/org.example.server.cfg  Who serves
                          clients          default                     Who may ask

                        settings: etc/org.example.root.cfg
                          KEY   VALUE  FROM     MEANING
                          size  50%    default  How large it is
                        """));
    }
}
