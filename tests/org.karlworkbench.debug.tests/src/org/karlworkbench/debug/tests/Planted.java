package org.karlworkbench.debug.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Bisection;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.TinyKit;

/** A kit of small objects {@code o0.o} and so on, each with a function {@code f0}, and tests that nm makes fail. */
final class Planted {
    /** The test that a shell command is, for a symbol table of nm in which functions are sorted by address. */
    private static final String EACH = "nm -n \"$KERNEL\" | awk '$3 ~ /^f[0-9]+$/ {%s} END {exit bad}'";

    final LoadedKit kit;
    private final Path folder;
    private final Random random;

    private Planted(Path folder, LoadedKit kit, Random random) {
        this.folder = folder;
        this.kit = kit;
        this.random = random;
    }

    static Planted of(Path folder, int objects, Random random) throws Exception {
        TinyKit kit = new TinyKit(folder.resolve("kit"));
        for (int i = 0; i < objects; i++) {
            kit.function("o" + i + ".o", "f" + i, i, 200 + random.nextInt(600));
        }
        return new Planted(folder, kit.load(), random);
    }

    /** The same with as many objects {@code v0.o} and so on, each with a variable {@code v0}. */
    static Planted withVariables(Path folder, int objects, Random random) throws Exception {
        TinyKit kit = new TinyKit(folder.resolve("kit"));
        for (int i = 0; i < objects; i++) {
            kit.function("o" + i + ".o", "f" + i, i, 200 + random.nextInt(600));
            kit.variable("v" + i + ".o", "v" + i, 200 + random.nextInt(600));
        }
        return new Planted(folder, kit.load(), random);
    }

    static String adjacent(int first, int second) {
        return EACH.formatted("if (p == \"f" + first + "\" && $3 == \"f" + second + "\") bad = 1; p = $3");
    }

    static String before(int first, int second) {
        return EACH.formatted("if ($3 == \"f" + first + "\") a = 1; if ($3 == \"f" + second + "\" && a) bad = 1");
    }

    /** endboot lies on a page, so that where the first function lies tells what the gap is. */
    static String gap(int modulus, int residue) {
        return "set -- $(nm -n \"$KERNEL\" | grep ' f[0-9]*$'); test $((0x${1#????????} % " + modulus + ")) != "
                + residue;
    }

    /** Where one test fails and another one too. */
    static String both(String one, String other) {
        return "! { ! (" + one + ") && ! (" + other + "); }";
    }

    /** Where one test fails or another one. */
    static String either(String one, String other) {
        return "(" + one + ") && (" + other + ")";
    }

    /** The distance of a function from another, and what it must be. */
    static String distance(int from, int to, String condition) {
        return distance("f" + from, "f" + to, condition);
    }

    /** The distance of a variable from a function, and what it must be. */
    static String toVariable(int function, int variable, String condition) {
        return distance("f" + function, "v" + variable, condition);
    }

    /** The distance of a function from the kernel's beginning, and what it must be. */
    static String place(int function, String condition) {
        return distance("start", "f" + function, condition);
    }

    private static String distance(String from, String to, String condition) {
        boolean turned = from.compareTo(to) > 0;
        return "set -- $(nm \"$KERNEL\" | grep -e ' " + from + "$' -e ' " + to + "$' | sort -k3); "
                + "d=$((0x${4#????????} - 0x${1#????????})); " + (turned ? "d=$((-d)); " : "") + "test " + condition;
    }

    static String page(int symbol) {
        return "set -- $(nm -S \"$KERNEL\" | grep ' f" + symbol
                + "$'); test $((0x${1#????????} % 4096 + 0x${2#????????})) -le 4096";
    }

    /** How many pages behind its beginning startup code ends. */
    static String startup(int least) {
        return "set -- $(nm \"$KERNEL\" | grep -e ' endboot$' -e ' start$' | sort -k3); "
                + "test $(((0x${1#????????} - 0x${4#????????}) / 4096)) -lt " + least;
    }

    /** A demo kernel's kit, with a bug of its own. */
    static Planted demo(Path folder, String architecture, String bug, Random random) throws Exception {
        Path kit = Path.of(System.getProperty("org.karlworkbench.samples"), "demo-" + architecture + "-" + bug);
        try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
            return new Planted(folder, LoadedKit.read(source, Progress.NONE), random);
        }
    }

    /** A random relink for which a test says so. */
    Path entry(String test, boolean fails) throws Exception {
        return entry(command(test), fails);
    }

    private static KernelCommand command(String test) {
        return new KernelCommand(test, Duration.ofSeconds(30));
    }

    Path entry(KernelTest test, boolean fails) throws Exception {
        for (int i = 0; i < 2000; i++) {
            Path entry = relink(Chance.seed(random));
            Question question = new Question(LedgerFiles.kernelOf(entry), folder, 1, false);
            if (fails == (test.ask(question, Progress.NONE) == KernelTest.Reply.FAILS)) {
                return entry;
            }
        }
        throw new AssertionError("no relink " + (fails ? "fails: " : "works: ") + test);
    }

    private Path relink(Seed seed) throws Exception {
        Path kernel = Files.createTempFile(folder, "bsd", "");
        Files.delete(kernel);
        return Relink.run(new RelinkRequest(kit, recipe(), seed, kernel), Progress.NONE)
                .entryFile();
    }

    private static Recipe recipe() {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setLinker("builtin");
        return recipe;
    }

    /** The draw of a relink with a seed. */
    Draw draw(Seed seed) throws Exception {
        return Draws.draw(kit, recipe(), seed);
    }

    BisectResult bisect(String test) throws Exception {
        return sampled(test, 0);
    }

    BisectResult sampled(String test, int sample) throws Exception {
        return bisect(command(test), sample);
    }

    /** From a random pair. */
    BisectResult bisect(KernelTest test, int sample) throws Exception {
        return bisect(test, sample, entry(test, true));
    }

    /** From a relink that fails, and a random one that works. */
    BisectResult bisect(String test, int sample, Seed bad) throws Exception {
        return bisect(command(test), sample, relink(bad));
    }

    private BisectResult bisect(KernelTest test, int sample, Path bad) throws Exception {
        Path good = entry(test, false);
        BisectRequest request = new BisectRequest(kit, good, bad, test, sample, 1, Chance.seed(random), null);
        return Bisection.run(request, Progress.NONE);
    }
}
