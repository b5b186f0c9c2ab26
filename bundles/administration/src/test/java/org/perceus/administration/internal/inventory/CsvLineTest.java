package org.perceus.administration.internal.inventory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public class CsvLineTest {
    @Test
    public void splitsAtCommas() {
        assertEquals(List.of("a", "b", "c"), CsvLine.split("a,b,c", Separator.COMMA));
    }

    @Test
    public void keepsEmptyFields() {
        assertEquals(List.of("a", "", "", "d"), CsvLine.split("a,,,d", Separator.COMMA));
        assertEquals(List.of("", ""), CsvLine.split(",", Separator.COMMA));
        assertEquals(List.of("a", ""), CsvLine.split("a,", Separator.COMMA));
    }

    @Test
    public void trimsFields() {
        assertEquals(List.of("a", "b c", ""), CsvLine.split("  a ,\tb c  ,  ", Separator.COMMA));
    }

    @Test
    public void aLineWithoutCommasIsOneField() {
        assertEquals(List.of("alone"), CsvLine.split("alone", Separator.COMMA));
        assertEquals(List.of(""), CsvLine.split("", Separator.COMMA));
    }

    @Test
    public void quotedFieldsMayHoldCommas() {
        assertEquals(List.of("a,b", "c"), CsvLine.split("\"a,b\",c", Separator.COMMA));
        assertEquals(List.of("x", "a,b"), CsvLine.split("x, \"a,b\" ", Separator.COMMA));
    }

    @Test
    public void doubledQuotesStandForOne() {
        assertEquals(List.of("say \"no\"", ""), CsvLine.split("\"say \"\"no\"\"\",", Separator.COMMA));
    }

    @Test
    public void anEmptyQuotedFieldIsEmpty() {
        assertEquals(List.of("", "b"), CsvLine.split("\"\",b", Separator.COMMA));
        assertEquals(List.of(" a ", "b"), CsvLine.split("\" a \", b ", Separator.COMMA));
    }

    @Test
    public void aQuoteThatIsNotClosedIsRefused() {
        assertEquals("a quote is not closed: values end with their line", refusal("a,\"b"));
        assertEquals("a quote is not closed: values end with their line", refusal("\"b\"\""));
    }

    @Test
    public void textBehindAQuoteIsRefused() {
        assertEquals("something follows a closing quote: put a comma between values", refusal("\"a\"b,c"));
    }

    @Test
    public void aQuoteWithinAValueIsRefused() {
        assertEquals("a quote stands within a value: quote the whole value, and double it", refusal("a\"b,c"));
    }

    @Test
    public void splitsAtOtherSeparators() {
        assertEquals(List.of("a", "", "b c", ""), CsvLine.split("a;; b c;", Separator.SEMICOLON));
        assertEquals(List.of("", "a", "", "b"), CsvLine.split("\ta\t\t \"b\"", Separator.TAB));
        assertEquals(List.of("a", "b|c"), CsvLine.split(" a | \"b|c\" ", Separator.BAR));
    }

    @Test
    public void twoSeparatorsAreRefused() {
        assertEquals(
                "fields are separated by commas in this file, and a semicolon is here as well: use one of them throughout",
                refusal("a,b;c"));
        assertEquals(List.of("a", "b;c"), CsvLine.split("a,\"b;c\"", Separator.COMMA));
    }

    private static String refusal(String line) {
        return assertThrows(IllegalArgumentException.class, () -> CsvLine.split(line, Separator.COMMA))
                .getMessage();
    }
}
