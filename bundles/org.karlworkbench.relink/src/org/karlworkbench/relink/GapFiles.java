package org.karlworkbench.relink;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.kit.Gaps;

/**
 * What a linker makes the gap from: a dummy object and a linker script (KARL.md section A1, LINKERS.md section 2). All
 * numbers come from the draw and from an object of the kit, none from the machine that runs the tool.
 */
final class GapFiles {
    private static final byte[] EMPTY = {};

    private final GapPlan plan;

    GapFiles(GapPlan plan) {
        this.plan = plan;
    }

    /**
     * An object with empty, typed sections. Its header is a kit object's, so that no linker finds another ABI in it;
     * its sections give gap.o's their types and flags, which lld would otherwise take from the section before.
     */
    byte[] dummy() {
        ElfWriter writer = new ElfWriter(plan.like());
        writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, plan.page(), EMPTY);
        writer.section(".rodata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 1, EMPTY);
        writer.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 1, EMPTY);
        writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 1, 0);
        writer.section(".note.GNU-stack", Elf.SHT_PROGBITS, 0, 1, EMPTY);
        return writer.toBytes();
    }

    /**
     * The script. Every move of the dot is a multiple of the pad word's size: GNU ld begins the fill pattern anew at
     * each move, lld does not, and so both give the same bytes. The dummy's empty sections come first: its .text is
     * aligned to a page, which would round up the gap if it came last.
     */
    byte[] script() {
        Gaps gaps = plan.gaps();
        String fill = String.format(Locale.ROOT, "  } =0x%08x\n", fillPattern());
        StringBuilder script = new StringBuilder("SECTIONS {\n");
        script.append("  .text : ALIGN(").append(plan.page()).append(") {\n").append(inputs(".text"));
        script.append(word(gaps.text0()))
                .append("    endboot = .;\n")
                .append(move(gaps.text1()))
                .append(fill);
        script.append("  .rodata : {\n")
                .append(inputs(".rodata"))
                .append(word(gaps.rodata()))
                .append(fill);
        script.append("  .data : {\n")
                .append(inputs(".data"))
                .append(word(gaps.data()))
                .append(fill);
        script.append("  .bss : {\n")
                .append(inputs(".bss"))
                .append(move(gaps.bss()))
                .append("  }\n}\n");
        return script.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String word(long size) {
        if (size < GapPlan.WORD) {
            return "";
        }
        return String.format(Locale.ROOT, "    LONG(0x%08x);\n", plan.pad()) + move(size - GapPlan.WORD);
    }

    private static String move(long size) {
        return size > 0 ? "    . += " + size + ";\n" : "";
    }

    private static String inputs(String section) {
        return "    *(" + section + " " + section + ".*)\n";
    }

    /** Linkers write a fill pattern most significant byte first, and LONG() in the target's order. */
    private int fillPattern() {
        ElfHeader like = plan.like();
        return like.order() == ByteOrder.BIG_ENDIAN ? plan.pad() : Integer.reverseBytes(plan.pad());
    }
}
