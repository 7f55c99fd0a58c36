package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options and arguments of one verb, for the parser. They are told by calls rather than by annotations: the
 * machine makes a class for each kind of annotation that is read, which a short command never earns back.
 */
final class Options {
    private final CommandSpec spec;
    private int arguments;

    /**
     * Options for a verb; {@code --help} is among them.
     *
     * @param owner what the parser hands back when the verb was chosen
     * @param description one sentence
     * @param footer what more there is to know; may be empty
     */
    Options(Object owner, String description, String footer) {
        spec = CommandSpec.wrapWithoutInspection(owner);
        spec.usageMessage().description(description);
        if (!footer.isEmpty()) {
            spec.usageMessage().footer("", footer);
        }
        add(option("Show this help.", "-h", "--help").type(boolean.class).usageHelp(true));
    }

    CommandSpec spec() {
        return spec;
    }

    /** A word of its own that names a file. */
    Given<Path> argument(String label, String description) {
        return argument(Path.class, label, description);
    }

    /** A word of its own that names no file. */
    Given<String> text(String label, String description) {
        return argument(String.class, label, description);
    }

    /** A word of its own that names a file and may be absent. */
    Given<Path> argumentOr(String label, String description, Path usual) {
        PositionalParamSpec argument = PositionalParamSpec.builder()
                .index(String.valueOf(arguments++))
                .required(false)
                .arity("0..1")
                .type(Path.class)
                .initialValue(usual)
                .defaultValue(usual.toString())
                .paramLabel(label)
                .description(description)
                .build();
        spec.addPositional(argument);
        return new Given<>(argument);
    }

    /** Words of their own that name files, one or more. */
    Given<List<Path>> arguments(String label, String description) {
        return arguments(label, description, "1..*");
    }

    /** Words of their own that name files, as many as {@code arity} says. */
    Given<List<Path>> arguments(String label, String description, String arity) {
        PositionalParamSpec argument = PositionalParamSpec.builder()
                .index(arguments++ + "..*")
                .required(!arity.startsWith("0"))
                .arity(arity)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .paramLabel(label)
                .description(description)
                .build();
        spec.addPositional(argument);
        return new Given<>(argument);
    }

    /** An option without which the verb does nothing, and which names files, one or more. */
    Given<List<Path>> neededFiles(String label, String description, String name) {
        return add(option(description, name)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .arity("1..*")
                .paramLabel(label)
                .required(true));
    }

    /** A verb below this one. */
    void verb(String name, Verb verb) {
        spec.addSubcommand(name, verb.options.spec);
    }

    private <T> Given<T> argument(Class<T> type, String label, String description) {
        String index = String.valueOf(arguments++);
        PositionalParamSpec argument = PositionalParamSpec.builder()
                .index(index)
                .required(true)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build();
        spec.addPositional(argument);
        return new Given<>(argument);
    }

    /** An option that names a file. */
    Given<Path> file(String label, String description, String... names) {
        return add(option(description, names).type(Path.class).paramLabel(label));
    }

    /** An option without which the verb does nothing, and which names a file. */
    Given<Path> neededFile(String label, String description, String... names) {
        return add(option(description, names).type(Path.class).paramLabel(label).required(true));
    }

    /** An option with a word. */
    Given<String> word(String label, String description, String name) {
        return add(option(description, name).type(String.class).paramLabel(label));
    }

    /** An option with a word that it has even when it is not given. */
    Given<String> word(String label, String description, String name, String usual) {
        return add(
                option(description, name).type(String.class).paramLabel(label).defaultValue(usual));
    }

    /** An option with a whole number. */
    Given<Integer> number(String label, String description, String name) {
        return add(option(description, name).type(Integer.class).paramLabel(label));
    }

    /** An option with a whole number that may be large. */
    Given<Long> longNumber(String label, String description, String name) {
        return add(option(description, name).type(Long.class).paramLabel(label));
    }

    /** An option that is there or not. */
    Given<Boolean> flag(String description, String name) {
        Given<Boolean> flag =
                add(option(description, name).type(boolean.class).arity("0").initialValue(false));
        flag.spec().setValue(false); // for a verb that runs without the parser
        return flag;
    }

    /** An option that may come several times, each time with a name and a value. */
    Given<Map<String, String>> pairs(String label, String description, String name) {
        return add(pairs(option(description, name).paramLabel(label)));
    }

    /** The same, where one word may hold several pairs with commas between them. */
    Given<Map<String, String>> pairLists(String label, String description, String name) {
        return add(pairs(option(description, name).paramLabel(label).splitRegex(",")));
    }

    private static OptionSpec.Builder pairs(OptionSpec.Builder option) {
        return option.type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .initialValue(new LinkedHashMap<String, String>());
    }

    private static OptionSpec.Builder option(String description, String... names) {
        return OptionSpec.builder(names).description(description);
    }

    private <T> Given<T> add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Given<>(option);
    }
}
