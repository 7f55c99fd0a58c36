package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.gadgets.GadgetSearch;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** Two kernels beside each other, and their gadgets, beside what people use for that. */
final class Comparing {
    private static final int OBJECTS = 1_300;
    private static final int FUNCTIONS = 50;
    private static final int ROUNDS = 15;
    private static final int TEXT = 10 << 20;

    private Comparing() {}

    /** Two relinks with 65,000 functions beside nm twice with sort and diff. */
    static void diff(Path work) throws Exception {
        Path kit = new MadeKit(OBJECTS, FUNCTIONS).make(work.resolve("diff-kit"));
        Path a = work.resolve("diff.1");
        Path b = work.resolve("diff.2");
        try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
            LoadedKit loaded = LoadedKit.read(source, Progress.NONE);
            for (Path kernel : new Path[] {a, b}) {
                Relink.run(
                        new RelinkRequest(loaded, KitFactory.eINSTANCE.createRecipe(), Seed.random(), kernel),
                        Progress.NONE);
            }
        }
        String script = "nm %s | sort > nm.1; nm %s | sort > nm.2; diff nm.1 nm.2 > nm.diff; true".formatted(a, b);
        Run.Work peers = () -> Run.command(work, "sh", "-c", script);
        for (int i = 0; i < ROUNDS; i++) {
            compare(a, b); // the compiler sees it first
        }
        Run.pair("diff, 65,000 symbols", ROUNDS, "engine, warm", () -> compare(a, b), "nm, sort, diff", peers);
        Run.pair(
                "karl diff",
                ROUNDS,
                "fresh process",
                () -> Run.command(work, Bench.ROOT.resolve("karl").toString(), "diff", a.toString(), b.toString()),
                "nm, sort, diff",
                peers);
    }

    private static void compare(Path a, Path b) throws Exception {
        Comparison.of(
                Layout.read(a, null, null, Progress.NONE),
                Layout.read(b, null, null, Progress.NONE),
                null,
                null,
                Progress.NONE);
    }

    /** All gadgets of a text of 10 MB, compilers' code, beside ROPgadget over the same. */
    static void gadgets(Path work, Path kit) throws Exception {
        Path kernel = bigText(work, kit);
        Layout layout = Layout.read(kernel, null, null, Progress.NONE);
        FlowSet set = FlowSet.of(kernel.toString(), layout.header()).orElseThrow();
        GadgetSearch.of(layout, set, Progress.NONE);
        double[] ours = new double[5];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = Run.millis(() -> GadgetSearch.of(layout, set, Progress.NONE));
        }
        double theirs = Run.millis(
                () -> Run.command(work, "sh", "-c", "ROPgadget --binary '" + kernel + "' --all --depth 10 > rop.txt"));
        System.out.printf(
                "%-28s ROPgadget / engine = %.1f   (%.0f ms once / %.0f ms, median of %d)%n",
                "gadgets of 10 MB", theirs / Run.median(ours), theirs, Run.median(ours), ours.length);
    }

    private static Path bigText(Path work, Path kit) throws Exception {
        Path kernel = work.resolve("gadgets.libc");
        try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
            Relink.run(
                    new RelinkRequest(
                            LoadedKit.read(source, Progress.NONE),
                            KitFactory.eINSTANCE.createRecipe(),
                            Seed.random(),
                            kernel),
                    Progress.NONE);
        }
        Run.command(work, "objcopy", "-O", "binary", "-j", ".text", kernel.toString(), "text.bin");
        long size = Files.size(work.resolve("text.bin"));
        Layout layout = Layout.read(kernel, null, null, Progress.NONE);
        StringBuilder text = new StringBuilder(".text\n.globl _start\n_start:\n");
        for (long at = 0; at < TEXT; at += size) {
            text.append(".incbin \"text.bin\", 0, ")
                    .append(Math.min(size, TEXT - at))
                    .append('\n');
            functions(layout, at, text);
        }
        Files.writeString(work.resolve("big.s"), text);
        Run.command(work, "as", "big.s", "-o", "big.o");
        Run.command(work, "ld", "-z", "noseparate-code", "big.o", "-o", "big");
        return work.resolve("big");
    }

    /** Names the functions in one copy of the text, as the symbols of a kernel do. */
    private static void functions(Layout layout, long copy, StringBuilder text) {
        Rows symbols = layout.symbols();
        int section = layout.sectionTable().find(".text");
        long base = layout.sectionTable().address(section);
        for (int row = 0; row < symbols.count(); row++) {
            long at = copy + symbols.address(row) - base;
            if (symbols.sectionIndex(row) == section && symbols.kind(row) == Kind.FUNCTION && at < TEXT) {
                text.append(".set f")
                        .append(copy)
                        .append('_')
                        .append(row)
                        .append(", _start + ")
                        .append(at)
                        .append('\n');
            }
        }
    }
}
