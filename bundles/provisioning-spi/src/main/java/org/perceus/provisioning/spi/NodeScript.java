package org.perceus.provisioning.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * A share of a node script: POSIX shell, run by Perceus OS under {@code set -eu}. Immutable.
 *
 * <p>The builder quotes every value, so what an administrator or a node wrote can never become a command; only
 * {@link Builder#shell} takes text as it is.
 */
public final class NodeScript {
    private static final NodeScript NOTHING = new NodeScript("", List.of(), List.of(), List.of());

    private final String text;
    private final List<NodeFile> files;
    private final List<StateScript> scripts;
    private final List<KernelArgument> kernelArguments;

    private NodeScript(
            String text, List<NodeFile> files, List<StateScript> scripts, List<KernelArgument> kernelArguments) {
        this.text = text;
        this.files = List.copyOf(files);
        this.scripts = List.copyOf(scripts);
        this.kernelArguments = List.copyOf(kernelArguments);
    }

    /** A share that does nothing. */
    public static NodeScript nothing() {
        return NOTHING;
    }

    /** Starts an empty share. */
    public static Builder builder() {
        return new Builder();
    }

    /** The shell text: empty, or complete lines that each end with a line feed. */
    public String text() {
        return text;
    }

    /**
     * The files that the share makes, as far as the builder was told of them, in the order in which they are made.
     *
     * @since 1.1
     */
    public List<NodeFile> files() {
        return files;
    }

    /**
     * The scripts for states of the node that the share has, in the order in which they were added.
     *
     * @since 1.1
     */
    public List<StateScript> scripts() {
        return scripts;
    }

    /**
     * What the share adds to the kernel arguments of the second OS, in the order in which it was added.
     *
     * @since 1.1
     */
    public List<KernelArgument> kernelArguments() {
        return kernelArguments;
    }

    /** Collects the lines of a share. Not thread-safe. */
    public static final class Builder {
        private final StringBuilder lines = new StringBuilder();
        private final List<NodeFile> files = new ArrayList<>();
        private final List<StateScript> scripts = new ArrayList<>();
        private final List<KernelArgument> kernelArguments = new ArrayList<>();

        private Builder() {}

        /**
         * Begins a step of the boot's time-line.
         *
         * @param name what the step does, in a few words
         */
        public Builder step(String name) {
            return call("step", name);
        }

        /**
         * Downloads an artifact to a file below {@code $WORK} and verifies its hash; the boot fails when it does not
         * match.
         *
         * @param fileName a plain file name, without folders
         */
        public Builder fetch(Artifact artifact, String fileName) {
            return line("fetch " + quote(artifact.sha256()) + " " + artifact.size() + " " + inWork(fileName));
        }

        /**
         * Writes a file of the second OS.
         *
         * @param path absolute path in the second OS
         * @param mode permissions in octal, such as {@code 644}
         * @param content the whole file
         */
        public Builder writeFile(String path, String mode, String content) {
            return writeFile(path, mode, content, "");
        }

        /**
         * Writes a file of the second OS that comes from elsewhere.
         *
         * @param path absolute path in the second OS
         * @param mode permissions in octal, such as {@code 644}
         * @param content the whole file
         * @param origin what an administrator knows it by, such as a file of the site
         * @since 1.1
         */
        public Builder writeFile(String path, String mode, String content, String origin) {
            return make(NodeFile.of(path, mode, new FileContent.Text(content)).from(origin));
        }

        /**
         * Makes a symbolic link in the second OS.
         *
         * @param target what the link points to
         * @param path absolute path of the link in the second OS
         */
        public Builder linkFile(String target, String path) {
            return make(NodeFile.of(path, "777", new FileContent.Link(target)));
        }

        /**
         * Makes a file, link or folder of the second OS.
         *
         * @since 1.1
         */
        public Builder make(NodeFile file) {
            FileContent content = file.content();
            if (content instanceof FileContent.Text text) {
                line(printed(text.text()) + " | " + word("write_file", file));
            } else if (content instanceof FileContent.Binary binary) {
                line(printed(binary.base64()) + " | " + word("write_binary", file));
            } else if (content instanceof FileContent.Published published) {
                Artifact artifact = published.artifact();
                line(word("place_artifact", file) + " " + quote(artifact.sha256()) + " " + artifact.size());
            } else if (content instanceof FileContent.Link link) {
                call("link_file", link.target(), file.path());
            } else {
                line(word("write_folder", file));
            }
            file.owner().ifPresent(owner -> call("own_file", owner, file.path()));
            files.add(file);
            return this;
        }

        /**
         * Calls a function of Perceus OS with values that are quoted.
         *
         * @param function name of the function
         * @param arguments its arguments, taken literally
         */
        public Builder call(String function, String... arguments) {
            StringBuilder call = new StringBuilder(function(function));
            for (String argument : arguments) {
                call.append(' ').append(quote(argument));
            }
            return line(call.toString());
        }

        /**
         * Calls a function of Perceus OS with a file that was fetched, such as {@code append_overlay} or
         * {@code append_starter}.
         *
         * @param function name of the function
         * @param fileName the file's name below {@code $WORK}
         * @since 1.1
         */
        public Builder callWithFile(String function, String fileName) {
            return line(function(function) + " " + inWork(fileName));
        }

        /**
         * Has the node run a script in a state of its life. Those of one state run in the order in which all modules add them.
         *
         * @since 1.1
         */
        public Builder script(StateScript script) {
            String word = "node_script " + script.state() + " " + quote(script.name()) + " " + script.onFailure();
            line(printed(script.text()) + " | " + word);
            scripts.add(script);
            return this;
        }

        /**
         * Adds an argument of the second OS's kernel, for whatever method. It takes the place of those of its name that an
         * administrator chose; of several that modules add the last stands behind the others.
         *
         * @since 1.1
         */
        public Builder kernelArgument(KernelArgument argument) {
            kernelArguments.add(argument);
            return this;
        }

        /**
         * Makes the first program of a second OS whose root is not simply its initramfs. A later
         * {@code append_starter} or {@code append_overlay} packs it.
         *
         * @param mountRoot what the program does to find the root, in the words of {@code mount_root}
         * @since 1.1
         */
        public Builder installStarter(NodeScript mountRoot) {
            String body = mountRoot.text().isEmpty() ? ":\n" : mountRoot.text();
            return call("install_starter", "mount_root() {\n" + body + "}\n");
        }

        /**
         * Enters the second OS: nothing that follows is run.
         *
         * @param kernel name of the kernel's file below {@code $WORK}
         * @param initramfs name of the initramfs' file below {@code $WORK}
         * @param arguments kernel arguments, taken literally
         * @since 1.1
         */
        public Builder enterKexec(String kernel, String initramfs, String arguments) {
            return line("enter_kexec " + inWork(kernel) + " " + inWork(initramfs) + " " + quote(arguments));
        }

        /**
         * Sets a shell variable to a value, for {@link #shell} to use.
         *
         * @param name name of the variable: lower-case letters, digits and underscores
         * @param value its value, taken literally
         */
        public Builder variable(String name, String value) {
            return line(ShellWord.function(name, "variable") + "=" + quote(value));
        }

        /**
         * Adds lines of shell as they are: for the module's own constant text only, never for a value that came from a
         * node or an administrator.
         */
        public Builder shell(String text) {
            lines.append(text);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                lines.append('\n');
            }
            return this;
        }

        /** The finished share. */
        public NodeScript build() {
            return lines.isEmpty() && kernelArguments.isEmpty()
                    ? NOTHING
                    : new NodeScript(lines.toString(), files, scripts, kernelArguments);
        }

        private Builder line(String line) {
            lines.append(line).append('\n');
            return this;
        }

        private static String word(String function, NodeFile file) {
            return function + " " + quote(file.path()) + " " + file.mode();
        }

        private static String printed(String text) {
            return "printf '%s' " + quote(text);
        }

        private static String function(String name) {
            return ShellWord.function(name, "function");
        }

        private static String inWork(String fileName) {
            return ShellWord.inWork(fileName);
        }

        private static String quote(String value) {
            return ShellWord.quote(value);
        }
    }
}
