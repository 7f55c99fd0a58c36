package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** The command as a fresh process beside its peers. */
final class WholeCommands {
    private static final int ROUNDS = 9;
    private static final String KARL = Bench.ROOT.resolve("karl").toString();

    private WholeCommands() {}

    /** The quickest verb beside a Java program that does nothing. */
    static void arch(Path work) throws Exception {
        Path empty = Files.writeString(
                work.resolve("Empty.java"), "public class Empty { public static void main(String[] args) {} }\n");
        String java = System.getProperty("karl.java");
        Run.command(work, Path.of(java).resolveSibling("javac").toString(), empty.toString());
        Run.pair(
                "start of the command",
                2 * ROUNDS,
                "karl arch",
                () -> Run.command(work, KARL, "arch"),
                "empty Java main",
                () -> Run.command(work, java, "-cp", work.toString(), "Empty"));
    }

    /** A relink beside a shell script that makes gap and order and calls the same linker. */
    static void relink(Path work, Path kit) throws Exception {
        String script = Bench.SAMPLES.resolve("relink.sh").toString();
        for (String linker : new String[] {"ld", "lld"}) {
            Run.pair(
                    "relink of libc by " + linker,
                    ROUNDS,
                    "karl relink",
                    () -> Run.command(
                            work, KARL, "relink", kit.toString(), "-o", work + "/karl." + linker, "--linker", linker),
                    "shell script",
                    () -> Run.command(
                            work, "sh", script, kit.toString(), work + "/script." + linker, "--linker", linker));
        }
    }
}
