package org.perceus.provisioning.testkit;

import java.util.List;

/**
 * Values with which somebody could try to have a node run a command: {@value #COMMAND} runs wherever one of them is taken
 * for shell.
 */
public final class HostileText {
    /** The command that must never run. */
    public static final String COMMAND = "injected_command";

    private static final List<String> FORMS = List.of(
            "$(COMMAND)",
            "`COMMAND`",
            "; COMMAND ;",
            "'; COMMAND; '",
            "\"; COMMAND; \"",
            "'\"; COMMAND; \"'",
            "\nCOMMAND\n",
            "'\nCOMMAND\n'",
            "\"\nCOMMAND\n\"",
            "x && COMMAND",
            "| COMMAND",
            "& COMMAND &",
            "'$(COMMAND)'",
            "'\\''; COMMAND; '\\''",
            "${x:-$(COMMAND)}",
            "x\nEND_OF_FILE\nEOF\nCOMMAND\n",
            "x; } ; COMMAND ; {",
            "x) COMMAND ;;",
            "0); COMMAND; $((0",
            "a[$(COMMAND)]");

    private HostileText() {}

    /** All of them. */
    public static List<String> values() {
        return FORMS.stream().map(form -> form.replace("COMMAND", COMMAND)).toList();
    }
}
