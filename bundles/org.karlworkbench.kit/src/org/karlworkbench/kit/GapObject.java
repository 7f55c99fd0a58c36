package org.karlworkbench.kit;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;

/**
 * The gap as an object file, written without a compiler or a linker (KARL.md section A1): what a linker's {@code gap.o}
 * has to equal, and the gap for an architecture that no linker here knows.
 */
public final class GapObject {
    /** The symbol at the end of the code that goes away after boot. */
    public static final String ENDBOOT = "endboot";

    /** What the gap's object is called in a kit and in a link order. */
    public static final String NAME = "gap.o";

    private GapObject() {}

    /**
     * Writes the object.
     *
     * @param like the header of an object of the kit, whose class, order, machine and flags it gets
     * @param page the page size in bytes to which {@code endboot} is aligned, a power of two
     * @param pad the word that fills the gaps
     * @param gaps their sizes
     * @return the bytes of an ELF file
     * @throws ArithmeticException if a gap has 2 GiB or more
     */
    public static byte[] bytes(ElfHeader like, long page, int pad, Gaps gaps) {
        ElfWriter writer = new ElfWriter(like);
        byte[] code = filled(like, pad, Math.addExact(gaps.text0(), gaps.text1()));
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, page, code);
        writer.section(".rodata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 1, filled(like, pad, gaps.rodata()));
        writer.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 1, filled(like, pad, gaps.data()));
        writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 1, gaps.bss());
        writer.section(".note.GNU-stack", Elf.SHT_PROGBITS, 0, 1, new byte[0]);
        writer.symbol(ENDBOOT, gaps.text0(), 0, Elf.STB_GLOBAL, Elf.STT_NOTYPE, text);
        return writer.toBytes();
    }

    /**
     * The object in memory.
     *
     * @param like as in {@link #bytes}
     * @param page as in {@link #bytes}
     * @param pad as in {@link #bytes}
     * @param gaps as in {@link #bytes}
     * @return an object that is in no file
     * @throws EngineException never: the engine reads what it wrote
     */
    public static ObjectFile of(ElfHeader like, long page, int pad, Gaps gaps) throws EngineException {
        return ObjectFile.of(NAME, ElfFile.of(NAME, bytes(like, page, pad, gaps)));
    }

    private static byte[] filled(ElfHeader like, int pad, long size) {
        ByteBuffer words = ByteBuffer.allocate(Math.toIntExact(size)).order(like.order());
        while (words.remaining() >= Integer.BYTES) {
            words.putInt(pad);
        }
        return words.array();
    }
}
