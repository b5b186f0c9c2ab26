package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.TmpfsSize;

public class TmpfsSizeTest {
    private static final String RIGHT = ": use a share of the RAM like 50%, or a size like 2g or 800m";

    @Test
    public void aShareOfTheRamOrASizeIsTaken() throws Exception {
        for (String size : List.of("1%", "50%", "100%", "2g", "800m", "4096k", "2G", "800M", "4096K", "1073741824")) {
            assertEquals(
                    size,
                    TmpfsSize.of(new TestNode().with("room", size), "room", "9%")
                            .toString());
        }
    }

    @Test
    public void whatIsNoSizeIsRefusedByTheNameOfTheSetting() {
        for (String wrong : List.of(
                "",
                "0",
                "0%",
                "120%",
                "050%",
                "-1",
                "2t",
                "1 g",
                "2gb",
                "1.5g",
                "much",
                "50%,exec",
                "1g\n",
                "9999999999g")) {
            assertEquals(
                    "the setting room is '" + Excerpt.of(wrong) + "'" + RIGHT,
                    refusal(new TestNode().with("room", wrong), "9%"));
        }
    }

    @Test
    public void aNodeWithoutTheSettingHasTheModulesOwnSize() throws Exception {
        assertEquals("9%", TmpfsSize.of(new TestNode(), "room", "9%").toString());
        assertEquals("the module's value for nodes without room is 'all'" + RIGHT, refusal(new TestNode(), "all"));
    }

    @Test
    public void equalSizesAreEqual() throws Exception {
        TmpfsSize size = TmpfsSize.of(new TestNode(), "room", "2g");
        assertEquals(TmpfsSize.of(new TestNode(), "room", "2g"), size);
        assertEquals(TmpfsSize.of(new TestNode(), "room", "2g").hashCode(), size.hashCode());
    }

    @Test
    public void aSizeIsANumberOfBytes() throws Exception {
        long gib = 1L << 20;
        assertEquals(800L << 20, TmpfsSize.of(new TestNode(), "room", "800m").bytes(gib));
        assertEquals(2L << 30, TmpfsSize.of(new TestNode(), "room", "2g").bytes(gib));
        assertEquals(5, TmpfsSize.of(new TestNode(), "room", "5").bytes(gib));
        assertEquals(1L << 29, TmpfsSize.of(new TestNode(), "room", "50%").bytes(gib), 100);
    }

    private static String refusal(TestNode node, String otherwise) {
        return assertThrows(ProvisioningException.class, () -> TmpfsSize.of(node, "room", otherwise))
                .getMessage();
    }
}
