package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Verification;

/** Accounting for a kernel with half a million relocations, beside copying and comparing the same files. */
final class Verifying {
    private static final int ROUNDS = 11;

    private Verifying() {}

    static void measure(Path work) throws Exception {
        Path fast =
                Files.isDirectory(Path.of("/dev/shm")) ? Files.createTempDirectory(Path.of("/dev/shm"), "karl") : work;
        try {
            Path kit = MadeKit.BIG.make(fast.resolve("kit"));
            Path kernel = fast.resolve("bsd");
            try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
                LoadedKit loaded = LoadedKit.read(source, Progress.NONE);
                Relink.run(
                        new RelinkRequest(loaded, KitFactory.eINSTANCE.createRecipe(), Seed.random(), kernel),
                        Progress.NONE);
                Account account = Verification.of(kernel, loaded, Progress.NONE);
                System.out.printf("    %,d relocations recomputed%n", account.relocationsChecked());
                compare(fast, kit, kernel, loaded);
            }
        } finally {
            Run.command(work, "rm", "-rf", fast.toString());
        }
    }

    private static void compare(Path fast, Path kit, Path kernel, LoadedKit loaded) throws Exception {
        Run.Work copies = () -> Run.command(
                fast, "sh", "-c", "rm -rf kit2; cp -r kit kit2 && diff -r kit kit2 && cp bsd bsd2 && cmp bsd bsd2");
        Run.pair(
                "verify, kit read before",
                ROUNDS,
                "engine, warm",
                () -> Verification.of(kernel, loaded, Progress.NONE),
                "cp, diff, cp, cmp",
                copies);
        Run.pair(
                "verify, kit read anew",
                ROUNDS,
                "engine, warm",
                () -> {
                    try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
                        Verification.of(kernel, LoadedKit.read(source, Progress.NONE), Progress.NONE);
                    }
                },
                "cp, diff, cp, cmp",
                copies);
        Run.pair(
                "verify, kit read before",
                3,
                "engine, warm",
                () -> Verification.of(kernel, loaded, Progress.NONE),
                "objdump -d, twice, diff",
                () -> Run.command(
                        fast,
                        "sh",
                        "-c",
                        "objdump -d bsd > one; objdump -d bsd2 > two; diff -I 'file format' one two"));
        Run.pair(
                "karl verify",
                5,
                "fresh process",
                () -> Run.command(
                        fast,
                        Bench.ROOT.resolve("karl").toString(),
                        "verify",
                        kernel.toString(),
                        "--kit",
                        kit.toString()),
                "cp, diff, cp, cmp",
                copies);
    }
}
