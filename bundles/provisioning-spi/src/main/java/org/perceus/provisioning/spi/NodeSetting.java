package org.perceus.provisioning.spi;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A setting of nodes that a module reads: what it is called, what it may be, and what it is for. A module that declares its
 * settings gets values of their form only from commands, has them completed and described there, and reads them by the same
 * form. Immutable.
 *
 * @param <T> what its text means
 * @since 1.1
 */
public final class NodeSetting<T> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    private static final int LONGEST = 700;

    private final String name;
    private final SettingForm<T> form;
    private final String help;
    private final Optional<String> standard;
    private final boolean once;
    private final Function<T, Optional<String>> sharing;

    private NodeSetting(
            String name,
            SettingForm<T> form,
            String help,
            Optional<String> standard,
            boolean once,
            Function<T, Optional<String>> sharing) {
        this.name = name;
        this.form = form;
        this.help = help;
        this.standard = standard;
        this.once = once;
        this.sharing = sharing;
    }

    /**
     * A setting that nodes need not have.
     *
     * @param name lower-case letters, digits, dots and hyphens, a letter first, at most 64; it should begin with the name of the
     *     module, unless other modules are to share it
     * @param help what it is for: one line without a full stop
     * @throws IllegalArgumentException for another name
     */
    public static <T> NodeSetting<T> of(String name, SettingForm<T> form, String help) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a setting");
        }
        return new NodeSetting<>(name, form, help, Optional.empty(), false, value -> Optional.empty());
    }

    /**
     * The same with what holds for nodes that do not have it.
     *
     * @throws IllegalArgumentException for a value that is not of the form
     */
    public NodeSetting<T> otherwise(String value) {
        if (form.read(value).isEmpty()) {
            throw new IllegalArgumentException("'" + value + "' is no value of " + name);
        }
        return new NodeSetting<>(name, form, help, Optional.of(value), once, sharing);
    }

    /** The same, which a node has by itself and not by its group, as it is done once and then taken away from the node. */
    public NodeSetting<T> once() {
        return new NodeSetting<>(name, form, help, standard, true, sharing);
    }

    /**
     * The same, of which some values are for one node alone, such as an address: a group and the site cannot have them.
     *
     * @param objection what would go wrong on nodes that have a value in common and what would be right, as a clause; empty for
     *     a value that they can have; a pure function
     */
    public NodeSetting<T> sharedUnless(Function<T, Optional<String>> objection) {
        return new NodeSetting<>(name, form, help, standard, once, objection);
    }

    /** What administrators call it. */
    public String name() {
        return name;
    }

    /** What it may be. */
    public SettingForm<T> form() {
        return form;
    }

    /** What it is for, in one line. */
    public String help() {
        return help;
    }

    /** What holds for nodes that do not have it. */
    public Optional<String> standard() {
        return standard;
    }

    /** Whether it is done once and then taken away from the node. */
    public boolean isOnce() {
        return once;
    }

    /** Why a text is not a value of this setting, in one sentence with an excerpt of it; empty when it is one. */
    public Optional<String> problem(String text) {
        // a form of a module's own may repeat what it was given
        return form.problem(text).map(problem -> sentence(text, problem));
    }

    /** Why several nodes cannot have a value in common, in one sentence with an excerpt of it; empty when they can. */
    public Optional<String> sharingProblem(String text) {
        return form.read(text).flatMap(sharing).map(problem -> sentence(text, problem));
    }

    /**
     * What a node has, or what holds for nodes that do not have it; empty when there is neither.
     *
     * @throws ProvisioningException when the node's text is not of the form; names the setting and what is possible
     */
    public Optional<T> of(NodeView node) throws ProvisioningException {
        Optional<String> text = node.setting(name).or(() -> standard);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = problem(text.get());
        if (problem.isPresent()) {
            throw new ProvisioningException(problem.get());
        }
        return form.read(text.get());
    }

    private String sentence(String text, String problem) {
        return "the setting " + name + " is '" + Excerpt.of(text) + "': " + Excerpt.of(problem, LONGEST);
    }

    @Override
    public String toString() {
        return name;
    }
}
