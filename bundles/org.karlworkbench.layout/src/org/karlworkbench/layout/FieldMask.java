package org.karlworkbench.layout;

import java.util.BitSet;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.RelocationTables;

/**
 * The bytes of an object's section that a linker may write, by its relocations: generous, since it serves to find the
 * section and not to prove a field. What a field has to hold is the business of an account of the kernel's bytes.
 */
final class FieldMask {
    /** How far before a relocation x86's linkers change instructions, and how far behind it. */
    private static final int REWRITTEN_BEFORE = 4;

    private static final int REWRITTEN = 8;

    /** R_X86_64_TLSGD, TLSLD, GOTTPOFF, the TLSDESC pair and GOTPCRELX: instructions that linkers write anew. */
    private static final BitSet AMD64_REWRITTEN = types(19, 20, 22, 34, 35, 41, 42);

    /** R_386_TLS_IE, GOTIE, GD, LDM, the TLSDESC pair and GOT32X. */
    private static final BitSet I386_REWRITTEN = types(15, 16, 18, 19, 39, 41, 43);

    /** R_X86_64_64, RELATIVE's like, and those of 64 bits. */
    private static final BitSet AMD64_LONG = types(1, 17, 18, 24, 25, 27, 28, 29);

    private FieldMask() {}

    private static BitSet types(int... types) {
        BitSet set = new BitSet();
        for (int type : types) {
            set.set(type);
        }
        return set;
    }

    /** The offsets of a loaded section that a linker may write. */
    static BitSet of(ObjectFile object, RelocationTables tables, int section) throws EngineException {
        BitSet mask = new BitSet();
        for (Relocations table : tables.of(section)) {
            for (int row = 0; row < table.count(); row++) {
                add(
                        mask,
                        object,
                        table.type(row),
                        table.offset(row),
                        object.sections().size(section));
            }
        }
        return mask;
    }

    private static void add(BitSet mask, ObjectFile object, int type, long offset, long size) {
        if (type == 0 || offset < 0 || offset >= size || size > Integer.MAX_VALUE) {
            return;
        }
        int machine = object.header().machine();
        int word = object.header().is64() ? Long.BYTES : Integer.BYTES;
        long before = offset & 3;
        long after = word;
        if (machine == Elf.EM_X86_64 || machine == Elf.EM_386) {
            boolean amd64 = machine == Elf.EM_X86_64;
            boolean rewritten = (amd64 ? AMD64_REWRITTEN : I386_REWRITTEN).get(type);
            before = rewritten ? REWRITTEN_BEFORE : 0;
            after = rewritten ? REWRITTEN : amd64 && AMD64_LONG.get(type) ? Long.BYTES : Integer.BYTES;
        }
        mask.set((int) Math.max(0, offset - before), (int) Math.min(size, offset + after));
    }
}
