package org.perceus.shell.internal.command;

import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.vnfs.CapsuleId;

/** What names nodes, groups, capsules and settings is fit for a path, a shell and the kernel's line, or is no name. */
public class HostileNamesTest {
    private static final List<Function<String, Object>> NAMES = List.of(
            Name::parse,
            MacAddress::parse,
            Subnet::parse,
            Ipv4Address::parse,
            SettingKey::new,
            text -> new SettingKey("x-" + text),
            CapsuleId::parse,
            text -> new CapsuleId("debian", text),
            text -> new CapsuleId(text, "1"));

    @Test
    public void onlyWhatIsFitIsAName() {
        for (String value : HostileText.values()) {
            for (Function<String, Object> type : NAMES) {
                try {
                    String name = type.apply(value).toString();
                    assertTrue(name, name.matches("[A-Za-z0-9][A-Za-z0-9@:/._-]*") && !name.contains("/."));
                } catch (IllegalArgumentException e) {
                    String sentence = new CommandFailure(e.getMessage()).getMessage();
                    assertTrue(
                            sentence,
                            sentence.length() < 5000 && sentence.matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+"));
                }
            }
        }
    }
}
