package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final int OBJECTS = 2_000;
    private static final int FUNCTIONS = 50;
    private static final int ROUNDS = 11;

    private Verifying() {}

    static void measure(Path work) throws Exception {
        Path fast =
                Files.isDirectory(Path.of("/dev/shm")) ? Files.createTempDirectory(Path.of("/dev/shm"), "karl") : work;
        try {
            Path kit = bigKit(fast.resolve("kit"));
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

    /** Objects of functions that call each other and are pointed to: 250 relocations each. */
    static Path bigKit(Path kit) throws Exception {
        Files.createDirectories(kit);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int object = 0; object < OBJECTS; object++) {
            StringBuilder text = new StringBuilder(".text\n");
            for (int i = 0; i < FUNCTIONS; i++) {
                String name = "f" + object + "_" + i;
                text.append(".globl " + name + "\n.type " + name + ",@function\n" + name + ":\n");
                for (int call = 0; call < 3; call++) {
                    text.append(" call f" + random.nextInt(OBJECTS) + "_" + random.nextInt(FUNCTIONS) + "\n");
                }
                text.append(
                        " mov $f" + random.nextInt(OBJECTS) + "_0, %rax\n ret\n.size " + name + ", . - " + name + "\n");
            }
            text.append(".data\n");
            for (int i = 0; i < FUNCTIONS; i++) {
                text.append(".quad f" + object + "_" + i + "\n");
            }
            Files.writeString(kit.resolve("o" + object + ".s"), text);
        }
        Files.writeString(kit.resolve("locore0.s"), ".globl start\nstart: call f0_0\n hlt\n");
        Files.writeString(kit.resolve("swapgeneric.s"), ".globl main\nmain: ret\n");
        for (String everyKit : new String[] {"param", "ioconf", "vers"}) {
            Files.writeString(
                    kit.resolve(everyKit + ".s"), ".data\n.globl " + everyKit + "\n" + everyKit + ": .quad 0\n");
        }
        Files.writeString(
                kit.resolve("ld.script"),
                "ENTRY(start) PHDRS { text PT_LOAD FLAGS(5); data PT_LOAD FLAGS(6); } SECTIONS {"
                        + " . = 0xffffffff81000000; .text : { locore0.o(.text) *(.text) } :text =0xcccccccc"
                        + " .rodata : ALIGN(4096) { *(.rodata) } :text .data : ALIGN(4096) { *(.data) } :data"
                        + " .bss : { *(.bss) *(COMMON) } :data end = .; }\n");
        Run.command(kit, "sh", "-c", "ls *.s | xargs -P 2 -I{} sh -c 'as {} -o $(basename {} .s).o && rm {}'");
        Run.command(
                kit,
                "sh",
                "-c",
                "ls *.o | grep -vE '^(locore0|swapgeneric|param|ioconf|vers)[.]' | sh "
                        + Bench.SAMPLES.resolve("config-makefile.sh")
                        + " amd64 BENCH > ../Makefile && mv ../Makefile .");
        return kit;
    }
}
