package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

public class NodeSettingTest {
    private static final NodeSetting<Integer> PORT =
            NodeSetting.of("port", SettingForm.number(1, 65535), "where it listens");

    @Test
    public void aNodeHasItsOwnValueElseTheStandard() throws Exception {
        assertEquals(Optional.empty(), PORT.of(new TestNode()));
        assertEquals(Optional.of(80), PORT.of(new TestNode().with("port", "80")));
        assertEquals(Optional.of(22), PORT.otherwise("22").of(new TestNode()));
    }

    @Test
    public void aValueOfAnotherFormIsRefusedWithWhatIsPossible() {
        for (String wrong : List.of("", "0", "65536", "080", "+1", "-1", "eighty", "99999999999999999999")) {
            String told = assertThrows(ProvisioningException.class, () -> PORT.of(new TestNode().with("port", wrong)))
                    .getMessage();
            assertEquals("the setting port is '" + wrong + "': use a number from 1 to 65535", told);
        }
    }

    @Test
    public void whatADeclarationSaysIsChecked() {
        for (String wrong : List.of("", "Port", "1st", "a b", "a=b", "a".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> NodeSetting.of(wrong, SettingForm.text(), "x"));
        }
        assertThrows(IllegalArgumentException.class, () -> PORT.otherwise("none"));
    }

    @Test
    public void formsReadWhatTheySay() {
        assertEquals(Optional.of(4L << 30), SettingForm.size().read("4G"));
        assertEquals(Optional.of(800L << 20), SettingForm.size().read("800m"));
        assertEquals(Optional.empty(), SettingForm.size().read("4"));
        assertEquals(Optional.of(true), SettingForm.yesOrNo().read("yes"));
        assertEquals(Optional.empty(), SettingForm.yesOrNo().read("true"));
        assertEquals(Optional.of("b"), SettingForm.oneOf("a", "b").read("b"));
        assertEquals(List.of("a", "b"), SettingForm.oneOf("a", "b").values());
        assertEquals(Optional.empty(), SettingForm.text().read("two\nlines"));
        SettingForm<List<Integer>> ports = SettingForm.listOf(SettingForm.number(1, 9));
        assertEquals(Optional.of(List.of(1, 2)), ports.read("1, 2"));
        assertEquals(Optional.of(List.of()), ports.read(""));
        assertEquals(Optional.empty(), ports.read("1,x"));
    }
}
