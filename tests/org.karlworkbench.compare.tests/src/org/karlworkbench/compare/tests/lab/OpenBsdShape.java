package org.karlworkbench.compare.tests.lab;

import java.nio.file.Path;
import java.util.Random;
import org.karlworkbench.kit.LoadedKit;

/** A small kit in the shape of OpenBSD's amd64 kernels (KARL.md section B3): what is page-aligned there has one contributor. */
final class OpenBsdShape {
    private static final int OBJECTS = 60;

    private static final String SCRIPT = """
        ENTRY(start)
        PHDRS { text PT_LOAD FLAGS(5); rodata PT_LOAD FLAGS(4); data PT_LOAD FLAGS(6); }
        kernel_text = 0xffffffff81000000;
        SECTIONS
        {
            . = kernel_text;
            .text : { locore0.o(.text) *(.text .text.*) . = ALIGN(0x1000); *(.ktext.page) } :text =0xcccccccc
            .kutext : ALIGN(0x1000) { *(.kutext) } :text
            etext = .;
            .rodata : ALIGN(0x1000) { *(.rodata .rodata.*) } :rodata
            .kutext.page : ALIGN(0x1000) { *(.kutext.page) } :rodata
            .openbsd.randomdata : ALIGN(0x1000) { *(.openbsd.randomdata) } :rodata
            .data : ALIGN(0x1000) { *(.data) } :data
            .kudata : ALIGN(0x1000) { *(.kudata) . = ALIGN(0x1000); } :data
            .bss : { *(.bss) *(COMMON) . = ALIGN(0x1000); } :data
            . = ALIGN(0x200000);
            _end = .;
        }
        """;

    private OpenBsdShape() {}

    static LoadedKit kit(Path folder) throws Exception {
        Random random = new Random(11);
        AsmKit kit = new AsmKit(folder, SCRIPT)
                .head(".data\n.type startup_data,@object\nstartup_data: .quad 1\n.size startup_data, 8\n");
        for (int i = 0; i < OBJECTS; i++) {
            kit.object("o" + i, AsmKit.function("f" + i, 16, 1000 + random.nextInt(4000)));
        }
        kit.object(
                "vector",
                AsmKit.function("f1000", 16, 3000)
                        + section(".kutext", "ax")
                        + object("alltraps", 300)
                        + section(".kutext.page", "a")
                        + object("trampoline", 64));
        kit.object("gdt", section(".kudata", "aw") + object("gdt64", 128));
        kit.object("cookie", section(".openbsd.randomdata", "aw") + object("guard", 512));
        return kit.load();
    }

    private static String section(String name, String flags) {
        return ".section %s,\"%s\",@progbits\n.balign 4096\n".formatted(name, flags);
    }

    private static String object(String name, int bytes) {
        return ".globl %s\n.type %s,@object\n%s: .fill %d,1,1\n.size %s, %d\n"
                .formatted(name, name, name, bytes, name, bytes);
    }
}
