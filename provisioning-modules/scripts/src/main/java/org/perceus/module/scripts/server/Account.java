package org.perceus.module.scripts.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The account that scripts run as on the server.
 *
 * @param user its number
 * @param group number of its own group
 */
record Account(long user, long group) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final int SECONDS = 10;

    /** Says why an account is not fit. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /**
     * The account of a name.
     *
     * @throws Unfit when it is missing, is root or has its group, or cannot be taken on by this process
     */
    static Account of(String name) throws Unfit, IOException, InterruptedException {
        if (!NAME.matcher(name).matches()) {
            throw new Unfit("the account '" + name + "' has a name that is none");
        }
        if (number("-u") != 0) {
            throw new Unfit("the container does not run as root, and so cannot become the account '" + name + "'");
        }
        Account account = new Account(number("-u", name), number("-g", name));
        if (account.user < 0 || account.group < 0) {
            throw new Unfit("this server has no account '" + name + "'");
        }
        if (account.user == 0 || account.group == 0) {
            throw new Unfit("the account '" + name + "' is root or of its group");
        }
        return account;
    }

    /** What {@code id} says; -1 when it knows no such account. */
    private static long number(String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = "id";
        System.arraycopy(words, 0, command, 1, words.length);
        Process id = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            id.getOutputStream().close();
            if (!id.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the program id does not end");
            }
            String said = new String(id.getInputStream().readNBytes(32), StandardCharsets.US_ASCII).strip();
            return id.exitValue() == 0 && said.matches("\\d{1,10}") ? Long.parseLong(said) : -1;
        } finally {
            id.destroyForcibly();
        }
    }
}
