package org.perceus.shell.internal.inventory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.Test;
import org.perceus.node.ChangeResult;
import org.perceus.node.Objection;
import org.perceus.shell.internal.screen.CommandFailure;

public class ImportReportTest {
    @Test
    public void aGoodFileIsGood() {
        new ImportReport(NodeFile.parse(List.of("52:54:00:00:01:01,a"), Set.of()), "nodes.csv")
                .requireGood(new ChangeResult.Changed(List.of()));
    }

    @Test
    public void whatTheRegistryRejectsForAnotherReasonIsNotOfTheFile() {
        new ImportReport(NodeFile.parse(List.of("52:54:00:00:01:01,a"), Set.of()), "nodes.csv")
                .requireGood(new ChangeResult.Rejected("The store is busy"));
    }

    @Test
    public void allProblemsComeInOneFailureByTheirLines() {
        NodeFile file =
                NodeFile.parse(List.of("# nodes", "52:54:00:00:01:01,a", "nonsense", "52:54:00:00:01:02,a"), Set.of());
        CommandFailure failure = refusal(
                file,
                new Objection(1, "the name a belongs to 52:54:00:00:00:01 already"),
                new Objection(2, "a is given in", OptionalInt.of(1)));
        assertEquals(
                "nothing was added: nodes.csv has 3 problems\n"
                        + "  line 3: 'nonsense' is not a MAC address: write six pairs of hexadecimal digits, as in"
                        + " 52:54:00:12:34:56\n"
                        + "  line 2: the name a belongs to 52:54:00:00:00:01 already\n"
                        + "  line 4: a is given in line 2 already",
                failure.getMessage());
        assertEquals(1, failure.exitCode());
    }

    @Test
    public void thousandsOfProblemsAreCounted() {
        NodeFile file = NodeFile.parse(new ArrayList<>(Collections.nCopies(5_000, "52:54:nonsense")), Set.of());
        String text = refusal(file).getMessage();
        assertEquals(22, text.lines().count());
        assertTrue(text, text.startsWith("nothing was added: nodes.csv has 5000 problems\n"));
        assertTrue(text, text.endsWith("\n  and 4980 more"));
    }

    private static CommandFailure refusal(NodeFile file, Objection... objections) {
        ChangeResult result = new ChangeResult.Rejected("Entry 1: something", List.of(objections));
        return assertThrows(CommandFailure.class, () -> new ImportReport(file, "nodes.csv").requireGood(result));
    }
}
