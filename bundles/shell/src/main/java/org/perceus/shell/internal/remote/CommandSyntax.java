package org.perceus.shell.internal.remote;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

/**
 * How a command is typed, from the annotations of its action. Immutable.
 *
 * @param name its name, such as {@code node-list}
 * @param description what it does
 * @param options its options, by name
 * @param arguments its arguments, in order
 */
record CommandSyntax(String name, String description, List<OptionSyntax> options, List<ArgumentSyntax> arguments) {
    /**
     * One option.
     *
     * @param names its name, then its aliases
     * @param description what it does
     * @param flag whether it takes no value
     * @param completer completes its value
     */
    record OptionSyntax(List<String> names, String description, boolean flag, Optional<Class<?>> completer) {}

    /**
     * One argument.
     *
     * @param name what it stands for
     * @param description what it is
     * @param required whether it must be there
     * @param multiple whether it may be repeated
     * @param completer completes it
     */
    record ArgumentSyntax(
            String name, String description, boolean required, boolean multiple, Optional<Class<?>> completer) {}

    /** Reads the annotations of an action. */
    static CommandSyntax of(Class<? extends Action> action) {
        List<OptionSyntax> options = new ArrayList<>();
        List<Field> arguments = new ArrayList<>();
        for (Field field : fields(action)) {
            Option option = field.getAnnotation(Option.class);
            if (option != null) {
                List<String> names = new ArrayList<>(List.of(option.name()));
                names.addAll(Arrays.asList(option.aliases()));
                boolean flag = field.getType() == boolean.class;
                options.add(new OptionSyntax(List.copyOf(names), option.description(), flag, completer(field)));
            }
            if (field.isAnnotationPresent(Argument.class)) {
                arguments.add(field);
            }
        }
        options.sort(Comparator.comparing(option -> option.names().get(0)));
        arguments.sort(Comparator.comparing(
                field -> field.getAnnotation(Argument.class).index()));
        Command command = action.getAnnotation(Command.class);
        return new CommandSyntax(
                command.name(),
                command.description(),
                List.copyOf(options),
                arguments.stream().map(CommandSyntax::argument).toList());
    }

    /** Those of the action, and of what it has in common with others. */
    private static List<Field> fields(Class<?> action) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = action; type != null; type = type.getSuperclass()) {
            fields.addAll(Arrays.asList(type.getDeclaredFields()));
        }
        return fields;
    }

    /** The option of a name. */
    Optional<OptionSyntax> option(String word) {
        return options.stream().filter(option -> option.names().contains(word)).findFirst();
    }

    /** The argument at a place, counted from 0; a repeated one takes all further places. */
    Optional<ArgumentSyntax> argument(int place) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        ArgumentSyntax last = arguments.get(arguments.size() - 1);
        if (place < arguments.size()) {
            return Optional.of(arguments.get(place));
        }
        return last.multiple() ? Optional.of(last) : Optional.empty();
    }

    private static ArgumentSyntax argument(Field field) {
        Argument argument = field.getAnnotation(Argument.class);
        return new ArgumentSyntax(
                argument.name(), argument.description(), argument.required(), argument.multiValued(), completer(field));
    }

    private static Optional<Class<?>> completer(Field field) {
        return Optional.ofNullable(field.getAnnotation(Completion.class)).map(Completion::value);
    }
}
