package org.karlworkbench.compare.tests;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;

/** A kit of functions full of random instructions and relocations, for one of the machines that gadgets are found on. */
final class RandomKit {
    private static final int OBJECTS = 12;
    private static final int FUNCTIONS = 4;

    private final Machine machine;
    private final Random random;
    private final Path folder;
    final LoadedKit kit;

    /** How to write for a machine. */
    enum Machine {
        AMD64("x86_64-linux-gnu", "0xffffffff81000000", "ld", List.of()),
        I386("x86_64-linux-gnu", "0xd0200000", "ld", List.of("--32")),
        ARM64("aarch64-linux-gnu", "0xffffff8000200000", "ld.lld", List.of()),
        RISCV64("riscv64-linux-gnu", "0xffffffc000200000", "ld.lld", List.of("-mno-relax")),
        /** Big-endian, and nobody looks for gadgets there. */
        POWERPC64("powerpc64-linux-gnu", "0x100000", "ld.lld", List.of("-a64", "-mbig"));

        final String tools;
        final String base;
        final String linker;
        final List<String> flags;

        Machine(String tools, String base, String linker, List<String> flags) {
            this.tools = tools;
            this.base = base;
            this.linker = linker;
            this.flags = flags;
        }

        boolean isX86() {
            return this == AMD64 || this == I386;
        }

        int unit() {
            return isX86() ? 1 : this == ARM64 ? 4 : 2;
        }
    }

    RandomKit(Path folder, Machine machine, long seed) throws Exception {
        this.folder = folder;
        this.machine = machine;
        random = new Random(seed);
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("locore0.o", ".text\n.globl start\nstart: " + call(0, 0) + "\n" + ret() + "\n");
        for (int object = 0; object < OBJECTS; object++) {
            sources.put("o" + object + ".o", object(object));
        }
        sources.put("swapgeneric.o", ".text\n.globl main\nmain: " + ret() + "\n");
        kit = TestKit.ofAssembly(
                folder.resolve("kit"), machine.tools, machine.base, sources, machine.flags.toArray(String[]::new));
    }

    private String object(int object) {
        StringBuilder text = new StringBuilder(".text\n.p2align 4\n");
        for (int i = 0; i < FUNCTIONS; i++) {
            String name = "f" + object + "_" + i;
            text.append(".globl " + name + "\n.type " + name + ",%function\n" + name + ":\n");
            int lines = 20 + random.nextInt(120);
            for (int line = 0; line < lines; line++) {
                text.append(
                        random.nextInt(8) == 0 ? call(random.nextInt(OBJECTS), random.nextInt(FUNCTIONS)) : words());
                text.append('\n');
            }
            text.append(ret() + "\n.size " + name + ", . - " + name + "\n");
        }
        return text.append(".data\n.globl d" + object + "\n.type d" + object + ",%object\nd" + object + ": .long "
                        + object + "\n.size d" + object + ",4\n")
                .toString();
    }

    private String call(int object, int function) {
        String target = "f" + object + "_" + function;
        return switch (machine) {
            case AMD64 -> random.nextBoolean() ? "call " + target : "mov $" + target + ", %rax";
            case I386 -> random.nextBoolean() ? "call " + target : "mov $" + target + ", %eax";
            case ARM64 ->
                random.nextBoolean() ? "bl " + target : "adrp x1, " + target + "\nadd x1, x1, :lo12:" + target;
            case POWERPC64 -> "bl " + target;
            case RISCV64 -> "call " + target;
        };
    }

    private String ret() {
        return machine == Machine.POWERPC64 ? "blr" : "ret";
    }

    /** Some random instructions, or what looks like some. */
    private String words() {
        if (machine.isX86()) {
            String[] some = {"0xc3", "0xff", "0x5b", "0xcb", "0xcc", "0xe8", "0x0f", "0xc2", "0xcf", "0x48"};
            StringBuilder bytes = new StringBuilder(".byte 0x90");
            for (int i = 0; i < 6; i++) {
                bytes.append(',')
                        .append(random.nextBoolean() ? some[random.nextInt(some.length)] : random.nextInt(256));
            }
            return bytes.toString();
        }
        if (machine == Machine.POWERPC64) {
            return ".4byte " + random.nextInt(1 << 30);
        }
        String[] some = machine == Machine.ARM64
                ? new String[] {
                    "ret",
                    "br x3",
                    "blr x9",
                    "nop",
                    "add x1, x2, #3",
                    "b.eq 1f\n1:",
                    "cbz x0, 1f\n1:",
                    "b 1f\n1:",
                    "brk #1"
                }
                : new String[] {
                    "ret",
                    "jr t1",
                    "jalr a0",
                    "nop",
                    "addi a0, a1, 3",
                    "beq a0, a1, 1f\n1:",
                    "j 1f\n1:",
                    "ebreak",
                    "lw a0, 4(a1)"
                };
        return random.nextInt(3) == 0 ? ".4byte 0x" + Integer.toHexString(word()) : some[random.nextInt(some.length)];
    }

    /** Any word; for riscv64 one that is an instruction (LUI), with anything in its upper half. */
    private int word() {
        return machine == Machine.ARM64 ? random.nextInt() : random.nextInt() & ~0x7f | 0x37;
    }

    /** A relink, by its own order and gap. */
    Layout relink(String name, long seed, boolean withKit) throws Exception {
        Random draw = new Random(seed * 0x9e3779b97f4a7c15L); // seeds beside each other begin alike
        int text = 16 * draw.nextInt(257);
        ObjectFile gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, text, 0x30, 0x20, 0x10);
        TestLink link = TestLink.link(kit, gap, folder.resolve(name), machine.linker, draw.nextLong());
        return Layout.read(link.kernel(), withKit ? kit : null, withKit ? link.places() : null, Progress.NONE);
    }
}
