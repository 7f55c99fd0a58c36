package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A kit of functions that call each other and are pointed to, five relocations each.
 *
 * @param objects how many there are
 * @param functions in each
 */
record MadeKit(int objects, int functions) {
    /** Half a million relocations. */
    static final MadeKit BIG = new MadeKit(2_000, 50);

    /** About as many objects and functions as a kernel has: 24,700. */
    static final MadeKit KERNEL = new MadeKit(1_300, 19);

    /** Makes it in a new folder. */
    Path make(Path kit) throws Exception {
        Files.createDirectories(kit);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int object = 0; object < objects; object++) {
            StringBuilder text = new StringBuilder(".text\n");
            for (int i = 0; i < functions; i++) {
                String name = "f" + object + "_" + i;
                text.append(".globl " + name + "\n.type " + name + ",@function\n" + name + ":\n");
                for (int call = 0; call < 3; call++) {
                    text.append(" call f" + random.nextInt(objects) + "_" + random.nextInt(functions) + "\n");
                }
                text.append(
                        " mov $f" + random.nextInt(objects) + "_0, %rax\n ret\n.size " + name + ", . - " + name + "\n");
            }
            text.append(".data\n");
            for (int i = 0; i < functions; i++) {
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
