package org.perceus.provisioning.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file, link or folder that a share of a script makes in a node's second OS, and where it comes from. Immutable.
 *
 * @since 1.1
 */
public final class NodeFile {
    private static final Pattern MODE = Pattern.compile("0?[0-7]{3,4}");
    private static final String ACCOUNT = "(?:[A-Za-z_][A-Za-z0-9_.-]{0,31}|0|[1-9][0-9]{0,8})";
    private static final Pattern OWNER = Pattern.compile(ACCOUNT + "(?::" + ACCOUNT + ")?");

    private final String path;
    private final String mode;
    private final FileContent content;
    private final Optional<String> owner;
    private final String origin;

    private NodeFile(String path, String mode, FileContent content, Optional<String> owner, String origin) {
        this.path = path;
        this.mode = mode;
        this.content = content;
        this.owner = owner;
        this.origin = origin;
    }

    /**
     * One that belongs to root and that the module made itself.
     *
     * @param path absolute path in the second OS
     * @param mode permissions in octal, such as {@code 644}; of no meaning for a link
     * @param content what is in it
     * @throws IllegalArgumentException when the path or the mode is none
     */
    public static NodeFile of(String path, String mode, FileContent content) {
        if (!MODE.matcher(mode).matches()) {
            throw new IllegalArgumentException("'" + mode + "' is not an octal file mode");
        }
        return new NodeFile(
                ShellWord.absolute(path), mode, Objects.requireNonNull(content, "content"), Optional.empty(), "");
    }

    /**
     * The same with an owner.
     *
     * @param account a user, and a group behind a colon if it is not that of the user; by number, or by names that the
     *     second OS has
     * @throws IllegalArgumentException for another text
     */
    public NodeFile ownedBy(String account) {
        if (!isOwner(account)) {
            throw new IllegalArgumentException("'" + account + "' is not USER or USER:GROUP, as names or numbers");
        }
        return new NodeFile(path, mode, content, Optional.of(account), origin);
    }

    /**
     * The same with where it comes from.
     *
     * @param source what an administrator knows it by, such as a file of the site
     */
    public NodeFile from(String source) {
        return new NodeFile(path, mode, content, owner, Objects.requireNonNull(source, "source"));
    }

    /** Whether a text is permissions in octal. */
    public static boolean isMode(String text) {
        return MODE.matcher(text).matches();
    }

    /** Whether a text is an owner as {@link #ownedBy} takes it. */
    public static boolean isOwner(String text) {
        return OWNER.matcher(text).matches();
    }

    /** Absolute path in the second OS. */
    public String path() {
        return path;
    }

    /** Permissions in octal. */
    public String mode() {
        return mode;
    }

    /** What is in it. */
    public FileContent content() {
        return content;
    }

    /** The owner; empty for root. */
    public Optional<String> owner() {
        return owner;
    }

    /** Where it comes from, such as a file of the site; empty for what the module made itself. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return path;
    }
}
