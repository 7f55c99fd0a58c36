package org.karlworkbench.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page karl(1), written from the very options that the parser knows, in the language of mdoc(7), which both
 * mandoc and groff read.
 */
final class ManualPage {
    /** When what is not told by the options was written last. */
    private static final String DATE = "November 26, 2026";

    /** Where lines of text are folded; mandoc complains beyond 80. */
    private static final int WIDTH = 78;

    /** A word that is a request at the beginning of a line, or a macro anywhere in one. */
    private static final Pattern MACRO = Pattern.compile("[A-Z][a-z]|[%A-Z][A-Z]|[.,:;()\\[\\]?!|]");

    private static final String SYNOPSIS = """
            .Sh SYNOPSIS
            .Nm
            .Ar verb
            .Op Ar options
            .Nm
            .Ar verb
            .Fl -help
            .Sh DESCRIPTION
            .Ox
            links a new, unique kernel at install, at upgrade and at every boot.
            The startup code stays in place, a random gap follows, all other object files come in random order.
            .Nm
            does the same with any link-kit, verifies what came of it, and tells what moved and what that is worth.
            .Pp
            A
            .Ar KIT
            is a folder with a kernel's object files, its linker script and Makefile, or an archive of it
            .Pq Pa .tgz , .tar , .tar.gz , .tar.xz .
            With
            .Fl -json
            a verb writes one JSON object to standard output and nothing else there.
            .Pp
            A seed, an order, a ledger entry and the kernel itself undo the randomization for whoever reads them.
            Files are made readable by their owner only, and a seed is better given by
            .Fl -seed-file
            than by
            .Fl -seed ,
            which every user sees in the list of processes.
            .Sh VERBS
            """;

    private static final String END = """
            .Sh EXIT STATUS
            .Bl -tag -width 130
            .It 0
            Done.
            .It 1
            Done, and the answer is
            .Dq no .
            .It 2
            Wrong usage.
            .It 3
            Bad input or a failed tool; a line on standard error names the file, the place in it, what is wrong and the cure.
            .It 130
            Cancelled.
            .El
            .Sh EXAMPLES
            A new kernel from a kit, and every byte of it accounted for:
            .Bd -literal -offset indent
            $ karl relink GENERIC.MP -o bsd
            $ karl verify bsd --kit GENERIC.MP
            .Ed
            .Pp
            The same bytes once more:
            .Bd -literal -offset indent
            $ karl replay bsd.ledger.json -o again
            .Ed
            .Pp
            What moved between two relinks:
            .Bd -literal -offset indent
            $ karl diff bsd.1 bsd.2 --kit GENERIC.MP
            .Ed
            .Sh SEE ALSO
            .Xr ld 1 ,
            .Xr boot 8 ,
            .Xr rc 8
            """;

    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /** The page about a command and all its verbs. */
    static String of(CommandLine command) {
        ManualPage manual = new ManualPage();
        manual.page.append(".Dd ").append(DATE).append("\n.Dt KARL 1\n.Os\n.Sh NAME\n.Nm karl\n");
        manual.page.append(".Nd relink kernels in random order, and tell what came of it\n");
        SYNOPSIS.lines().forEach(manual::line);
        command.getSubcommands().values().forEach(verb -> manual.verb(verb.getCommandSpec()));
        END.lines().forEach(manual::line);
        return manual.page.toString();
    }

    private void verb(CommandSpec verb) {
        line(".Ss " + safe(verb.qualifiedName()));
        line(".Nm " + safe(verb.qualifiedName()));
        for (PositionalParamSpec argument : verb.positionalParameters()) {
            line((argument.required() ? ".Ar " : ".Op Ar ") + safe(argument.paramLabel()) + more(argument));
        }
        verb.options().stream()
                .filter(OptionSpec::required)
                .forEach(option -> line("." + flag(option, option.longestName())));
        if (!verb.subcommands().isEmpty()) {
            line(".Ar verb");
        }
        line(verb.options().size() > 1 ? ".Op Ar options" : ".Op Fl -help");
        line(".Pp");
        words(verb.usageMessage().description());
        arguments(verb);
        words(verb.usageMessage().footer());
        verb.subcommands().values().forEach(below -> verb(below.getCommandSpec()));
    }

    private void arguments(CommandSpec verb) {
        line(".Bl -tag -width Ds");
        for (PositionalParamSpec argument : verb.positionalParameters()) {
            line(".It Ar " + safe(argument.paramLabel()) + more(argument));
            words(argument.description());
        }
        for (OptionSpec option : verb.options()) {
            line(".It " + names(option));
            words(option.description());
        }
        line(".El");
    }

    private static String names(OptionSpec option) {
        return String.join(
                " , ",
                List.of(option.names()).stream().map(name -> flag(option, name)).toList());
    }

    /** An option and its value as macros. */
    private static String flag(OptionSpec option, String name) {
        String flag = "Fl " + safe(name.substring(1));
        return option.arity().max() == 0 ? flag : flag + " Ar " + safe(option.paramLabel()) + more(option);
    }

    private static String more(ArgSpec argument) {
        return argument.arity().max() > 1 ? " ..." : "";
    }

    /** Sentences, each on a line of its own as mdoc(7) wants it. */
    private void words(String... lines) {
        for (String text : lines) {
            if (text.isEmpty()) {
                line(".Pp");
            } else {
                String plain = text.replace("%%", "%").replace("%n", "\n");
                plain.replaceAll("(?<=[A-Za-z0-9)]{2}[.]) ", "\n")
                        .lines()
                        .map(ManualPage::text)
                        .forEach(this::line);
            }
        }
    }

    /** A line of text: none may look like a request, and a backslash is a letter. */
    private static String text(String line) {
        String plain = line.strip().replace("\\", "\\e");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    /** Words behind a macro, none of which is one. */
    private static String safe(String words) {
        StringBuilder safe = new StringBuilder();
        for (String word : words.replace("\\", "\\e").split(" ")) {
            safe.append(safe.isEmpty() ? "" : " ")
                    .append(MACRO.matcher(word).matches() ? "\\&" : "")
                    .append(word);
        }
        return safe.toString();
    }

    /** Adds a line; text is folded, so that the page can be read as it is, too. */
    private void line(String line) {
        String rest = line;
        while (rest.length() > WIDTH && !line.startsWith(".")) {
            int end = rest.lastIndexOf(' ', WIDTH);
            if (end < 0) {
                break;
            }
            page.append(rest, 0, end).append('\n');
            rest = text(rest.substring(end));
        }
        page.append(rest).append('\n');
    }
}
