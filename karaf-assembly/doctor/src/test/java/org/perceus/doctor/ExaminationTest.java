package org.perceus.doctor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.Test;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Examined;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.FindingJson;
import org.perceus.doctor.finding.FindingText;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.wire.PermissionNeededException;

public class ExaminationTest {
    private final Progress silent =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), false);

    @Test
    public void aCheckThatFailsIsAFinding() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Examined> all = new Examination(silent)
                .run(List.of(
                        check("good", 30, () -> List.of(Finding.ok("it is well"))),
                        check("broken", 30, () -> {
                            throw new IllegalStateException("a fault of ours");
                        }),
                        check("unreadable", 30, () -> {
                            throw new IOException("the file is gone");
                        }),
                        check("forbidden", 30, () -> {
                            throw new PermissionNeededException();
                        }),
                        check("hanging", 0, () -> {
                            never.await();
                            return List.of();
                        })));
        assertEquals(
                List.of("good", "broken", "unreadable", "forbidden", "hanging"),
                all.stream().map(Examined::check).toList());
        assertEquals(4, Examined.count(all, Severity.WARNING));
        assertEquals(
                "it could not be looked at: the file is gone",
                all.get(2).findings().get(0).sentence());
        assertTrue(all.get(3).findings().get(0).sentence().contains("only root"));
        assertTrue(all.get(4).findings().get(0).sentence().startsWith("it was not done after 0 s"));
    }

    @Test
    public void printsLinesAndJson() {
        List<Examined> all = List.of(
                new Examined("java", List.of(Finding.ok("Java 17 runs it"))),
                new Examined("mtu", List.of(Finding.problem("it is \"small\"").with("ip link set eth1 mtu 1500"))));
        assertEquals(
                String.join(
                        "\n",
                        "ok       java           Java 17 runs it",
                        "problem  mtu            it is \"small\"",
                        "                        -> ip link set eth1 mtu 1500",
                        "1 problem, 0 warnings, 0 notes, 1 ok",
                        ""),
                FindingText.of(all));
        String json = FindingJson.of(all);
        assertTrue(json, json.contains("\"severity\": \"problem\"") && json.contains("it is \\\"small\\\""));
        assertTrue(json, json.contains("\"command\": \"ip link set eth1 mtu 1500\""));
    }

    private static Check check(String name, int seconds, Callable<List<Finding>> work) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration limit() {
                return Duration.ofSeconds(seconds);
            }

            @Override
            public List<Finding> findings() throws IOException, InterruptedException {
                try {
                    return work.call();
                } catch (IOException | InterruptedException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
