package org.karlworkbench.elf.tests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;

/** Small files made without any tool, for tests that damage them. */
final class Samples {
    private Samples() {}

    /** Text, data, bss, local and global symbols, relocations; the same for every class and order. */
    static byte[] object(boolean is64, ByteOrder order, int machine) {
        ElfWriter writer = new ElfWriter(is64, order, machine, 0);
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 16, new byte[32]);
        int data = writer.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 8, new byte[16]);
        int bss = writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 4096, 0x123456);
        int note = writer.section(".note", Elf.SHT_NOTE, Elf.SHF_ALLOC, 4, note(order));
        int global = writer.symbol("start", 4, 8, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        int section = writer.sectionSymbol(data);
        int outside = writer.undefined("outside");
        writer.symbol("local", 2, 1, Elf.STB_LOCAL, Elf.STT_OBJECT, data);
        writer.symbol("zeroed", 0x100, 4, Elf.STB_WEAK, Elf.STT_OBJECT, Elf.STV_HIDDEN, bss);
        writer.symbol("fixed", 0xfffff000L, 0, Elf.STB_GLOBAL, Elf.STT_NOTYPE, -1);
        writer.symbol("shared", 16, 64, Elf.STB_GLOBAL, Elf.STT_OBJECT, -2);
        writer.symbol("note", 0, 0, Elf.STB_LOCAL, Elf.STT_NOTYPE, note);
        writer.relocation(text, 8, outside, 2, 0);
        writer.relocation(text, 16, section, 1, 0);
        writer.relocation(data, 8, global, 1, 0);
        return writer.toBytes();
    }

    private static byte[] note(ByteOrder order) {
        ByteBuffer note = ByteBuffer.allocate(20).order(order);
        note.putInt(4).putInt(4).putInt(18).put(new byte[] {'X', 'e', 'n', 0}).putInt(0x100000);
        return note.array();
    }

    /** A kernel's shape: two PT_LOAD and a PT_NOTE, no sections. */
    static byte[] executable(boolean is64, ByteOrder order) {
        int header = is64 ? 64 : 52;
        int entry = is64 ? 56 : 32;
        ByteBuffer out = ByteBuffer.allocate(header + 3 * entry + 20).order(order);
        out.put(new byte[] {
            0x7f, 'E', 'L', 'F', (byte) (is64 ? 2 : 1), (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1), 1
        });
        out.position(16)
                .putShort((short) Elf.ET_EXEC)
                .putShort((short) Elf.EM_MIPS)
                .putInt(1);
        word(out, is64, 0x80100000L);
        word(out, is64, header);
        word(out, is64, 0);
        out.putInt(0).putShort((short) header).putShort((short) entry).putShort((short) 3);
        out.position(header);
        segment(out, is64, Elf.PT_LOAD, 0, 0x80100000L, out.capacity(), 0x1000);
        segment(out, is64, Elf.PT_LOAD, 0, 0x80200000L, 0, 0x2000);
        segment(out, is64, Elf.PT_NOTE, header + 3 * entry, 0, 20, 0);
        out.put(note(order));
        return out.array();
    }

    private static void segment(
            ByteBuffer out, boolean is64, int type, long offset, long address, long size, long memory) {
        out.putInt(type);
        if (is64) {
            out.putInt(Elf.PF_R);
        }
        word(out, is64, offset);
        word(out, is64, address);
        word(out, is64, address & 0xfffffffL);
        word(out, is64, size);
        word(out, is64, memory);
        if (!is64) {
            out.putInt(Elf.PF_R);
        }
        word(out, is64, 4);
    }

    static void word(ByteBuffer out, boolean is64, long value) {
        if (is64) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
