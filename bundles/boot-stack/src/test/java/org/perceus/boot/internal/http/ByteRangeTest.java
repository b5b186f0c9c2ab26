package org.perceus.boot.internal.http;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

/** The examples of RFC 9110 section 14.1.2, for a file of 10,000 octets, and what goes wrong. */
public class ByteRangeTest {
    private static ByteRange of(String header) {
        return ByteRange.read(Optional.of(header), 10_000);
    }

    private static void part(String header, long first, long length) {
        assertEquals(header, new ByteRange.Part(first, length), of(header));
    }

    @Test
    public void readsTheExamplesOfTheStandard() {
        part("bytes=0-499", 0, 500);
        part("bytes=500-999", 500, 500);
        part("bytes=-500", 9500, 500);
        part("bytes=9500-", 9500, 500);
        part("bytes=0-0", 0, 1);
        part("bytes=-1", 9999, 1);
    }

    @Test
    public void cutsWhatReachesBeyondTheEnd() {
        part("bytes=9000-20000", 9000, 1000);
        part("bytes=-20000", 0, 10_000);
        part("bytes=0-999999999999999999", 0, 10_000);
    }

    @Test
    public void knowsWhatIsNotThere() {
        assertEquals(new ByteRange.Unsatisfiable(), of("bytes=10000-"));
        assertEquals(new ByteRange.Unsatisfiable(), of("bytes=10000-10001"));
        assertEquals(new ByteRange.Unsatisfiable(), of("bytes=-0"));
        assertEquals(new ByteRange.Unsatisfiable(), ByteRange.read(Optional.of("bytes=0-"), 0));
        assertEquals(new ByteRange.Unsatisfiable(), ByteRange.read(Optional.of("bytes=-5"), 0));
    }

    @Test
    public void takesNonsenseAndSeveralRangesForNone() {
        for (String header : new String[] {
            "bytes=-", "bytes=", "bytes=5-4", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes=1-9999999999999999999"
        }) {
            assertEquals(header, new ByteRange.Whole(), of(header));
        }
        assertEquals(new ByteRange.Whole(), ByteRange.read(Optional.empty(), 10));
    }
}
