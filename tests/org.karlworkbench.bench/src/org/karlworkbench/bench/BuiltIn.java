package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeFlags;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedKernel;
import org.karlworkbench.linker.Settings;
import org.karlworkbench.linker.Template;
import org.karlworkbench.linker.script.ScriptParser;

/**
 * The built-in linker beside ld.lld and cp, timed from the seed to the closed file: each relink has a new seed. Digest,
 * sync and ledger entry are not in these rows.
 */
final class BuiltIn {
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 21;
    private static final int COUNT = 100;

    private BuiltIn() {}

    static void measure(Path work, Path libc) throws Exception {
        Path fast =
                Files.isDirectory(Path.of("/dev/shm")) ? Files.createTempDirectory(Path.of("/dev/shm"), "karl") : work;
        try {
            measure("libc", libc, fast);
            Path big = MadeKit.BIG.make(fast.resolve("kit"));
            measure("2,000 objects", big, fast);
            debug(big, fast);
        } finally {
            Run.command(work, "rm", "-rf", fast.toString());
        }
    }

    /** The same kit with 200 MB of debug sections, of which nothing is read. */
    private static void debug(Path folder, Path fast) throws Exception {
        Path debug = fast.resolve("kit-g");
        Run.command(fast, "cp", "-r", folder.toString(), debug.toString());
        Run.command(fast, "sh", "-c", "head -c 100000 /dev/urandom > info");
        Run.command(
                debug,
                "sh",
                "-c",
                "ls *.o | xargs -P 2 -I{} objcopy --add-section .debug_info=" + fast.resolve("info") + " {}");
        Run.pair(
                "2,000 objects, fresh process",
                ROUNDS / 3,
                "karl relink, 200 MB of debug sections",
                () -> Run.command(fast, relink(debug, fast.resolve("cold")).toArray(String[]::new)),
                "without",
                () -> Run.command(fast, relink(folder, fast.resolve("cold")).toArray(String[]::new)));
    }

    private static List<String> relink(Path kit, Path kernel) {
        String karl = Bench.ROOT.resolve("karl").toString();
        return List.of(karl, "relink", kit.toString(), "--linker", "builtin", "-o", kernel.toString());
    }

    private static void measure(String name, Path folder, Path fast) throws Exception {
        try (KitSource source = KitSource.open(folder, null, Progress.NONE)) {
            LoadedKit kit = LoadedKit.read(source, Progress.NONE);
            Recipe recipe = KitFactory.eINSTANCE.createRecipe();
            List<String> flags =
                    RecipeFlags.translate(kit, recipe, "lld", word -> word).args();
            String script = Files.readString(folder.resolve(kit.script()));
            Template template =
                    Template.of(kit, ScriptParser.parse(kit.script(), script), Settings.of(flags), Progress.NONE);
            System.out.printf("    %s: %,d relocations%n", name, template.fieldCount());
            Path kernel = fast.resolve("bsd");
            Path gap = fast.resolve("gap.o");
            Linked linked = new Linked(kit, Draws.of(kit, recipe), new BuiltInLinker(template));
            Run.Work lld = () -> linked.byLld(flags, gap, fast.resolve("bsd.lld"));
            for (int i = 0; i < WARM_UP; i++) {
                linked.layout();
                linked.kernelTo(kernel);
            }
            Run.pair(name + ", layout only", ROUNDS, "built in, warm", linked::layout, "ld.lld", lld);
            Run.pair(name + ", to memory", ROUNDS, "built in, warm", linked::kernel, "ld.lld", lld);
            Run.Work toFile = () -> {
                Files.deleteIfExists(kernel);
                linked.kernelTo(kernel);
            };
            Run.pair(name + ", to a new file", ROUNDS, "built in, warm", toFile, "ld.lld", lld);
            Run.pair(name + ", to a new file", ROUNDS, "built in, warm", toFile, "cp", () -> {
                Files.deleteIfExists(fast.resolve("copy"));
                Run.command(fast, "cp", kernel.toString(), fast.resolve("copy").toString());
            });
            commands(name, folder, fast, lld);
        }
    }

    private static void commands(String name, Path folder, Path fast, Run.Work lld) throws Exception {
        List<String> command = relink(folder, fast.resolve("cold"));
        Run.pair(
                name + ", fresh process",
                ROUNDS / 3,
                "karl relink",
                () -> Run.command(fast, command.toArray(String[]::new)),
                "ld.lld",
                lld);
        List<String> many = new ArrayList<>(command);
        many.addAll(List.of("--count", String.valueOf(COUNT)));
        Run.pair(
                name + ", " + COUNT + " relinks",
                1,
                "karl relink --count",
                () -> Run.command(fast, many.toArray(String[]::new)),
                COUNT + " ld.lld",
                () -> {
                    for (int i = 0; i < COUNT; i++) {
                        lld.run();
                    }
                });
    }

    /** Links new draws of a kit. */
    private record Linked(LoadedKit kit, Draws draws, BuiltInLinker linker) {
        LinkedKernel kernel() throws Exception {
            Draw draw = draws.draw(Seed.random());
            return linker.link(
                    kit.linkOrder(draw.order()),
                    draw.sections(),
                    draw.gaps(),
                    kit.plan().page(),
                    (int) kit.plan().pad());
        }

        void kernelTo(Path file) throws Exception {
            Draw draw = draws.draw(Seed.random());
            linker.linkTo(
                    file,
                    kit.linkOrder(draw.order()),
                    draw.sections(),
                    draw.gaps(),
                    kit.plan().page(),
                    (int) kit.plan().pad(),
                    true);
        }

        void layout() throws Exception {
            Draw draw = draws.draw(Seed.random());
            linker.layout(
                    kit.linkOrder(draw.order()),
                    draw.sections(),
                    draw.gaps(),
                    kit.plan().page());
        }

        void byLld(List<String> flags, Path gap, Path kernel) throws Exception {
            Draw draw = draws.draw(Seed.random());
            Files.write(
                    gap,
                    GapObject.bytes(
                            kit.objects().getFirst().header(),
                            kit.plan().page(),
                            (int) kit.plan().pad(),
                            draw.gaps()));
            List<String> command = new ArrayList<>(List.of("ld.lld"));
            command.addAll(flags);
            command.addAll(List.of("-T", kit.script(), "-o", kernel.toString()));
            for (String object : kit.linkOrder(draw.order())) {
                command.add(object.equals(GapObject.NAME) ? gap.toString() : "./" + object);
            }
            Run.command(kit.folder(), command.toArray(String[]::new));
        }
    }
}
