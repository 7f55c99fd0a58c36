package org.karlworkbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** The recovery of a kernel's draw beside lld's link of its kit. */
final class Recovering {
    private static final int ROUNDS = 21;
    private static final int WARM_UP = 20;

    private Recovering() {}

    static void measure(Path work, Path folder) throws Exception {
        try (KitSource source = KitSource.open(folder, null, Progress.NONE)) {
            LoadedKit kit = LoadedKit.read(source, Progress.NONE);
            for (String linker : new String[] {"ld", "lld"}) {
                Recipe recipe = KitFactory.eINSTANCE.createRecipe();
                recipe.setLinker(linker);
                Path kernel = work.resolve("recover." + linker);
                LedgerEntry entry = Relink.run(new RelinkRequest(kit, recipe, Seed.random(), kernel), Progress.NONE)
                        .entry();
                for (int i = 0; i < WARM_UP; i++) {
                    Recovery.of(kernel, kit, Progress.NONE);
                }
                Run.pair(
                        "recover, kernel by " + linker,
                        ROUNDS,
                        "engine, warm",
                        () -> Recovery.of(kernel, kit, Progress.NONE),
                        "ld.lld",
                        () -> Run.command(folder, link(work, entry)));
            }
        }
    }

    /** What lld needs to link the same order; the gap apart, which costs it nothing. */
    private static String[] link(Path work, LedgerEntry entry) {
        List<String> words = new ArrayList<>(List.of("ld.lld", "-m", "elf_x86_64", "-T", "ld.script", "-X", "-S"));
        words.addAll(List.of("--unresolved-symbols=ignore-all", "--allow-multiple-definition", "-nostdlib"));
        words.addAll(List.of("-o", work.resolve("linked").toString()));
        entry.getHead().stream().filter(name -> !name.equals("gap.o")).forEach(words::add);
        words.addAll(entry.getOrder());
        words.addAll(entry.getTail());
        return words.toArray(String[]::new);
    }
}
