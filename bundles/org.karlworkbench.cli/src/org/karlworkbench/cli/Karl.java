package org.karlworkbench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.AmbiguousKitException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code karl} command: finds the verb, runs it, and turns what happens into output and exit status. */
public final class Karl {
    /** Exit status: done. */
    public static final int DONE = 0;

    /** Exit status: done, and the answer is no. */
    public static final int NO = 1;

    /** Exit status: wrong usage. */
    public static final int USAGE = 2;

    /** Exit status: bad input or a failed tool. */
    public static final int FAILED = 3;

    /** Exit status: cancelled. */
    public static final int CANCELLED = 130;

    private static final String JSON = "--json";
    private static final String ARCH = "arch";
    private static final String HELP = "help";

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    /** The verbs; only the one that is asked for is loaded, since loading takes longer than most answers. */
    private static final Map<String, Supplier<Verb>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put(ARCH, ArchVerb::new);
        VERBS.put("kit", KitVerb::new);
        VERBS.put("relink", RelinkVerb::new);
        VERBS.put("replay", ReplayVerb::new);
        VERBS.put("layout", LayoutVerb::new);
        VERBS.put("recover", RecoverVerb::new);
        VERBS.put("verify", VerifyVerb::new);
        VERBS.put("find", FindVerb::new);
        VERBS.put("ledger", LedgerVerb::new);
        VERBS.put("code", CodeVerb::new);
        VERBS.put("references", ReferencesVerb::new);
        VERBS.put("diff", DiffVerb::new);
        VERBS.put("machine", MachineVerb::new);
        VERBS.put("exposure", ExposureVerb::new);
        VERBS.put("lab", LabVerb::new);
        VERBS.put("symbolize", SymbolizeVerb::new);
        VERBS.put("run", RunVerb::new);
        VERBS.put("identify", IdentifyVerb::new);
        VERBS.put("bisect", BisectVerb::new);
        VERBS.put("noise", NoiseVerb::new);
    }

    /** What the parser hands back when no verb is given. */
    private static final Object NO_VERB = new Object();

    private static final String EXITS = "Exit status: 0 done; 1 done, and the answer is no; 2 wrong usage; "
            + "3 bad input or a failed tool; 130 cancelled. 'karl help VERB' or 'karl VERB --help' tells more.";

    /**
     * A command that writes to these streams.
     *
     * @param out for answers
     * @param err for messages
     */
    public Karl(PrintStream out, PrintStream err) {
        this(out, err, new Terminal(err, false));
    }

    Karl(PrintStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs one command line.
     *
     * @param args the words after {@code karl}
     * @return the exit status
     */
    public int run(String... args) {
        return args.length > 0 && args[0].equals(HELP) ? answer(helpOf(args)) : answer(args);
    }

    /** {@code karl help VERB} is what most people type first for {@code karl VERB --help}. */
    private static String[] helpOf(String[] args) {
        if (args.length > 1 && !VERBS.containsKey(args[1])) {
            return new String[] {args[1]}; // which is refused
        }
        return Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help")).toArray(String[]::new);
    }

    private int answer(String... args) {
        boolean json = Arrays.stream(args).takeWhile(word -> !word.equals("--")).anyMatch(JSON::equals);
        try {
            return isBare(args) ? tell(VERBS.get(args[0]).get(), json) : parsed(args, json);
        } catch (ParameterException e) {
            return usage(e, json);
        } catch (UsageException e) {
            return fail(USAGE, json, new EngineException("usage", null, null, e.getMessage(), e.cure()));
        } catch (AmbiguousKitException e) {
            return fail(USAGE, json, e);
        } catch (EngineException e) {
            // a linker that was ended because the process ends has not failed
            return Interrupt.requested() ? cancelled() : fail(FAILED, json, e);
        } catch (CancellationException e) {
            return cancelled();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return Interrupt.requested() ? cancelled() : fail(FAILED, json, Fault.of(e));
        }
    }

    /** The manual page karl(1) about all verbs, in the language of mdoc(7). */
    public static String manual() {
        return ManualPage.of(commandLine(new String[0]));
    }

    private int cancelled() {
        terminal.clear();
        err.println("karl: cancelled");
        return CANCELLED;
    }

    /** True for a verb that stands alone or with --json; making the parser takes longer than its whole answer. */
    private static boolean isBare(String[] args) {
        return args.length > 0
                && args[0].equals(ARCH)
                && (args.length == 1 || args.length == 2 && args[1].equals(JSON));
    }

    private int parsed(String[] args, boolean json) throws EngineException, UsageException {
        WarmUp.start();
        CommandLine chosen =
                commandLine(args).parseArgs(args).asCommandLineList().getLast();
        if (chosen.isUsageHelpRequested()) {
            chosen.usage(writer(out));
            return DONE;
        }
        if (!(chosen.getCommand() instanceof Verb verb)) {
            throw new UsageException("no verb is given", "try one of " + String.join(", ", VERBS.keySet()));
        }
        return tell(verb, json);
    }

    private int tell(Verb verb, boolean json) throws EngineException, UsageException {
        Answer answer = verb.answer(terminal);
        terminal.clear();
        if (json) {
            new JsonAnswer(out).write(answer);
        } else {
            PrintWriter writer = writer(out);
            answer.print(writer);
            writer.flush();
        }
        return answer.status();
    }

    private static CommandLine commandLine(String[] args) {
        Options root = new Options(
                NO_VERB,
                "Relinks kernels in random order, as OpenBSD does at every boot, and shows what came of it.",
                EXITS);
        root.spec().name("karl").usageMessage().synopsisSubcommandLabel("VERB");
        CommandLine line = new CommandLine(root.spec());
        List<String> asked =
                args.length > 0 && VERBS.containsKey(args[0]) ? List.of(args[0]) : List.copyOf(VERBS.keySet());
        asked.forEach(
                name -> line.addSubcommand(name, VERBS.get(name).get().options.spec()));
        return line.setAbbreviatedOptionsAllowed(false) // this and what follows holds for the verbs too
                .setExpandAtFiles(false)
                .registerConverter(Path.class, Karl::path)
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(Long.class, text -> whole(text, Long::valueOf));
    }

    /** The empty path would be the working folder, which nobody means who writes nothing. */
    private static Path path(String name) {
        if (name.isEmpty()) {
            throw new TypeConversionException("a file's name is empty");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            EngineException problem = Fault.badName(e);
            throw new TypeConversionException(problem.line());
        }
    }

    private static <N> N whole(String text, Function<String, N> number) {
        try {
            return number.apply(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is no whole number"
                    + (text.matches("[-+]?[0-9]+") ? " that can be reckoned with here" : ""));
        }
    }

    private int usage(ParameterException e, boolean json) {
        String verb = e.getCommandLine().getCommandSpec().qualifiedName();
        return fail(USAGE, json, new EngineException("usage", null, null, problem(e), "see " + verb + " --help"));
    }

    /** The parser's words, but for a word that it has no place for: it only counts those. */
    private static String problem(ParameterException e) {
        boolean known = !(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption();
        if (known) {
            return e.getMessage();
        }
        String word = ((UnmatchedArgumentException) e).getUnmatched().getFirst();
        return e.getCommandLine().getSubcommands().isEmpty()
                ? "'" + word + "' is one word too many"
                : "there is no verb '" + word + "'";
    }

    private int fail(int status, boolean json, EngineException problem) {
        terminal.clear();
        err.println("karl: " + problem.line());
        if (json) {
            new JsonAnswer(out).write(problem);
        }
        return status;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
