package org.perceus.administration.internal.inventory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;

public class NodeFileTest {
    private static final String MAC = "52:54:00:12:34:56";

    @Test
    public void readsAllFields() {
        NodeSpec spec = only(MAC + ",n1,10.10.0.17,rack1");
        assertEquals(MacAddress.parse(MAC), spec.mac());
        assertEquals(Optional.of(new Name("n1")), spec.name());
        assertEquals(Optional.of(Ipv4Address.parse("10.10.0.17")), spec.address());
        assertEquals(Optional.of(new Name("rack1")), spec.group());
    }

    @Test
    public void fieldsMayBeEmptyOrLeftOut() {
        assertEquals(Optional.empty(), only(MAC).name());
        assertEquals(Optional.of(new Name("rack1")), only(MAC + ",,,rack1").group());
        assertEquals(Optional.empty(), only(MAC + ",,,rack1").address());
    }

    @Test
    public void aHeaderIsNoNode() {
        NodeFile file = NodeFile.parse(List.of("MAC,name,address,group", MAC + ",n1"), Set.of());
        assertEquals(1, file.entries().size());
        assertEquals(2, file.entries().get(0).line());
        assertEquals(List.of(), file.problems());
    }

    @Test
    public void aHeaderMayOrderTheColumns() {
        NodeFile file = NodeFile.parse(List.of("name,Group,MAC", "n1,rack1," + MAC), Set.of());
        NodeSpec spec = file.entries().get(0).spec();
        assertEquals(Optional.of(new Name("n1")), spec.name());
        assertEquals(Optional.of(new Name("rack1")), spec.group());
        assertEquals(Optional.empty(), spec.address());
    }

    @Test
    public void aHeaderMayFollowComments() {
        NodeFile file = NodeFile.parse(List.of("# our nodes", "", "mac,name", MAC + ",n1"), Set.of());
        assertEquals(List.of(), file.problems());
        assertEquals(4, file.entries().get(0).line());
    }

    @Test
    public void anUnknownColumnIsAProblem() {
        assertEquals(
                List.of(
                        "line 1: this is a header, and its column 'SERVICE_TAG' is not known:"
                                + " use mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME, or leave it out"),
                problems("HOSTNAME,SERVICE_TAG,ADMIN_MAC", "n1,SVC02," + MAC));
        assertEquals(
                List.of(
                        "line 2: this is a header, and its columns 'os', number 3, 'model' are not known:"
                                + " use mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME, or leave them out"),
                problems("# ours", "mac,os,,model", MAC, "nonsense"));
    }

    @Test
    public void settingsAreColumns() {
        NodeFile file = NodeFile.parse(
                List.of("mac,Kernel-Args,x-rack,name", MAC + ",\"a=1, b\",7,n1", MAC + ",,,n2"),
                Set.of(new SettingKey("kernel-args")));
        assertEquals(List.of(), file.problems());
        assertEquals(
                Map.of(new SettingKey("kernel-args"), "a=1, b", new SettingKey("x-rack"), "7"),
                file.entries().get(0).spec().settings());
        assertEquals(Map.of(), file.entries().get(1).spec().settings());
        assertEquals(
                "line 1: a column is there twice: 'x-rack' and 'X-Rack' are both the x-rack: leave one of them out",
                problems("mac,x-rack,X-Rack").get(0));
    }

    @Test
    public void aHeaderWithoutMacIsAProblem() {
        assertEquals(
                List.of(
                        "line 1: this is a header without a column of MAC addresses:"
                                + " use mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME, of which mac has to be there"),
                problems("Host;IP", "n1;10.10.0.17"));
    }

    @Test
    public void aColumnTwiceIsAProblem() {
        assertTrue(NodeFile.parse(List.of("mac,mac"), Set.of())
                .problems()
                .get(0)
                .startsWith("line 1: a column is there twice"));
        assertEquals(
                List.of(
                        "line 1: a column is there twice: 'host' and 'Host Name' are both the name: leave one of them out"),
                problems("mac,host,Host Name"));
    }

    @Test
    public void commentsAndEmptyLinesArePassedOver() {
        NodeFile file = NodeFile.parse(List.of("", "  # a comment, with commas", MAC, "   "), Set.of());
        assertEquals(1, file.entries().size());
        assertEquals(3, file.entries().get(0).line());
    }

    @Test
    public void theEmptyRowsOfASpreadsheetArePassedOver() {
        NodeFile file = NodeFile.parse(List.of(",,,", "mac,name", MAC + ",n1", ",,,", ",,,,,,"), Set.of());
        assertEquals(List.of(), file.problems());
        assertEquals(3, file.entries().get(0).line());
    }

    @Test
    public void aByteOrderMarkIsPassedOver() {
        assertEquals(MacAddress.parse(MAC), only("\uFEFF" + MAC).mac());
    }

    @Test
    public void everyBadLineIsReportedByItsNumber() {
        NodeFile file = NodeFile.parse(
                List.of(
                        "mac,name,address,group",
                        MAC + ",n1",
                        "52:54:00:12:34,n2",
                        MAC + ",N_2",
                        MAC + ",n3,10.10.0.999",
                        ",n4",
                        MAC + ",n5,,rack1,too much",
                        MAC + ",\"n6"),
                Set.of());
        assertEquals(1, file.entries().size());
        assertEquals(6, file.problems().size());
        assertTrue(file.problems().get(0).startsWith("line 3: '52:54:00:12:34' is not a MAC address"));
        assertTrue(file.problems().get(1).startsWith("line 4: 'n_2' is not a name"));
        assertTrue(file.problems().get(2).startsWith("line 5: '10.10.0.999' is not an IPv4 address"));
        assertEquals("line 6: the MAC address is missing", file.problems().get(3));
        assertEquals(
                "line 7: 5 fields where there can be 4: mac, name, address, group",
                file.problems().get(4));
        assertTrue(file.problems().get(5).startsWith("line 8: a quote is not closed"));
    }

    @Test(timeout = 60_000)
    public void tenThousandLinesTakeNoTime() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(String.format(
                    "52:54:00:00:%02x:%02x,n%05d,10.10.%d.%d,rack%d",
                    i / 256, i % 256, i, i / 250, i % 250 + 1, i / 40));
        }
        NodeFile file = NodeFile.parse(lines, Set.of());
        assertEquals(10_000, file.entries().size());
        assertEquals(List.of(), file.problems());
        assertEquals(
                Optional.of(new Name("n09999")),
                file.entries().get(9_999).spec().name());
    }

    @Test
    public void columnsHaveManyNames() {
        for (String header : List.of(
                "Name,MAC Address,IP,Rack",
                "host_name,hwaddr,IP-Address,GROUP_NAME",
                "HOSTNAME,ADMIN_MAC,ADMIN_IP,group",
                "Node Name,Ethernet,ipv4,group name,,")) {
            NodeSpec spec =
                    good(header, "n1," + MAC + ",10.10.0.17,rack1").get(0).spec();
            assertEquals(header, only(MAC + ",n1,10.10.0.17,rack1"), spec);
        }
    }

    @Test
    public void namesThatSoundLikeColumnsAreNames() {
        NodeSpec spec = only(MAC + ",host,,rack");
        assertEquals(Optional.of(new Name("host")), spec.name());
        assertEquals(Optional.of(new Name("rack")), spec.group());
        assertEquals(Optional.of(new Name("mac")), only("525400123456,mac").name());
    }

    @Test
    public void otherSeparatorsAreRecognised() {
        for (String separator : List.of(";", "\t", "|", " | ", ",\t")) {
            String header = String.join(separator, "mac", "name", "address", "group");
            String line = String.join(separator, MAC, "n1", "10.10.0.17", "rack1");
            NodeSpec expected = only(MAC + ",n1,10.10.0.17,rack1");
            assertEquals(separator, expected, only(line));
            assertEquals(
                    separator,
                    expected,
                    good("\uFEFF# a, comment; with | all", "", header, line)
                            .get(0)
                            .spec());
        }
        assertEquals(2, good(MAC, "52:54:00:12:34:57;n2").size());
        assertEquals(Optional.of(new Name("rack1")), only(MAC + "\t\t\track1").group());
    }

    @Test
    public void theSeparatorThatExcelIsToldIsPassedOver() {
        for (String line : List.of("sep=;", "SEP=;", "\"sep=;\"", "\uFEFFsep=;")) {
            NodeFile file = NodeFile.parse(List.of(line, "mac;name", MAC + ";n1"), Set.of());
            assertEquals(List.of(), file.problems());
            assertEquals(3, file.entries().get(0).line());
        }
        assertEquals(List.of(), problems("sep=,", MAC + ",n1"));
        assertEquals(List.of(), problems("sep=\t", MAC + "\tn1"));
    }

    @Test
    public void whatIsNeitherANodeNorAHeaderIsSaidOnce() {
        String sentence =
                "line 1: this is neither a node nor a header: no field is a MAC address, and none is the name of a"
                        + " column, which are mac, name, address, group, cards, a setting of 'perceus setting list' or x-NAME";
        assertEquals(List.of(sentence), problems("Asset,Eth0", "A7," + MAC, "A8,52:54:00:12:34:57"));
        assertEquals(List.of(sentence), problems("c01:", "  objtype=node", "  mac=" + MAC));
        assertEquals(
                List.of("line 1: this is JSON or the like: give lines of MAC,name,address,group instead"),
                problems("[{\"mac\": \"" + MAC + "\"}]"));
    }

    @Test
    public void aMacInAnotherPlaceIsSaid() {
        assertEquals(
                List.of("line 1: the MAC address is where the name belongs: name the columns in a first line, as in"
                        + " name,mac"),
                problems("c01," + MAC));
        assertEquals(
                List.of("line 2: the MAC address is where the name belongs: name the columns in a first line, as in"
                        + " name,mac"),
                problems("mac,name", "c01," + MAC));
    }

    @Test
    public void aMixtureOfSeparatorsIsAProblem() {
        assertEquals(
                List.of(
                        "line 3: fields are separated by semicolons in this file, and a comma is here as well:"
                                + " use one of them throughout",
                        "line 4: fields are separated by commas, semicolons, vertical bars or tabs, not by blanks as in"
                                + " '52:54:00:12:34:58 n3'"),
                problems("mac;name", MAC + ";n1", "52:54:00:12:34:57,n2", "52:54:00:12:34:58 n3"));
        assertTrue(problems(MAC + ",n1;rack1").get(0).startsWith("line 1: fields are separated by commas"));
        assertTrue(problems("mac name", MAC + " n1").get(0).startsWith("line 1: fields are separated by commas"));
    }

    @Test
    public void emptyFieldsAtTheEndAreNoFields() {
        assertEquals(Optional.of(new Name("n1")), only(MAC + ",n1,,,,,").name());
        assertEquals(
                List.of("line 2: 3 fields where there can be 2: name, mac"),
                problems("name,mac,,", "n1," + MAC + ",lost"));
    }

    private static List<NodeFile.Entry> good(String... lines) {
        assertEquals(List.of(), problems(lines));
        return NodeFile.parse(List.of(lines), Set.of()).entries();
    }

    private static List<String> problems(String... lines) {
        return NodeFile.parse(List.of(lines), Set.of()).problems();
    }

    private static NodeSpec only(String line) {
        NodeFile file = NodeFile.parse(List.of(line), Set.of());
        assertEquals(List.of(), file.problems());
        return file.entries().get(0).spec();
    }
}
