package org.karlworkbench.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.karlworkbench.cli.Karl;

/**
 * Runs the command's verbs, so that the Java machine sees which classes they load and what many relinks call often, and
 * keeps both in its archive. What the verbs answer is no matter here; tests look at that.
 */
public final class FirstRun {
    private FirstRun() {}

    /**
     * Runs the verbs.
     *
     * @param args a small kit, a large one, and an empty folder that may be filled
     */
    public static void main(String[] args) {
        String kit = args[0];
        String large = args[1];
        String one = Path.of(args[2], "one").toString();
        String two = Path.of(args[2], "two").toString();
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            for (String[] words : new String[][] {
                {"arch"},
                {"arch", "--json"},
                {"kit", kit},
                {"kit", kit, "--json"},
                {"relink", kit, "-o", one},
                {"relink", kit, "-o", two, "--linker", "ld", "--json"},
                {"relink", kit, "-o", two, "--linker", "builtin"},
                {"verify", one, "--kit", kit},
                {"layout", one, "--kit", kit, "--by", "object"},
                {"diff", one, two, "--kit", kit, "--json"},
                {"relink", large, "-o", one, "--linker", "builtin", "--count", "100"}
            }) {
                int status = new Karl(nowhere, System.err).run(words);
                System.out.println(status + " " + String.join(" ", words));
            }
        }
    }
}
