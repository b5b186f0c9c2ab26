package org.perceus.doctor.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.perceus.doctor.site.Configuration;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.system.LocalCommands;
import org.perceus.doctor.wire.PacketWire;

/** {@code perceus up}: has a device served, before the first start or while the container runs. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /**
     * Exits with 0 when the device is served by etc, with 1 when nothing was written, and with 2 when the words are wrong.
     *
     * @param words of the user
     */
    public static void main(String[] words) {
        Runtime.getRuntime().halt(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(usage());
            return 0;
        }
        try {
            Wish wish = Wish.read(words);
            Commands commands = new LocalCommands();
            Links links = new Links(commands);
            Site site = new Configuration(Instance.ofLauncher()).read();
            new Up(site, links, new PacketWire(new SecureRandom(), links), new Container(commands, site), typed(), out)
                    .run(wish);
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("perceus: " + e.getMessage());
            return USAGE;
        } catch (RefusedException | IOException e) {
            out.flush();
            err.println("perceus: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static BufferedReader typed() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private static String usage() {
        try (var text = Main.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
