package org.karlworkbench.linker.machine;

import java.util.OptionalInt;
import org.karlworkbench.elf.EngineException;

/**
 * RISC-V ABIs Specification, version 1.0, part "ELF", "Relocations", 64 bits. Code is linked as it was compiled: what a
 * linker might shorten (R_RISCV_RELAX) stays as long as it is.
 */
final class Riscv64 implements Machine {
    private static final int GOT_HI20 = 20;
    private static final int TLS_GOT_HI20 = 21;
    private static final int PCREL_HI20 = 23;
    private static final int SET_ULEB128 = 60;
    private static final int SUB_ULEB128 = 61;
    private static final int COMPRESSED = 1;
    private static final int FLOAT_AND_REGISTERS = 0xe;
    private static final int ORDER = 0x10;
    private static final int STUB = 16;

    @Override
    public int indirect() {
        return 58;
    }

    @Override
    public int tableHead() {
        return 1;
    }

    @Override
    public long maxPage() {
        return 0x1000;
    }

    @Override
    public int stubSize() {
        return STUB;
    }

    /** The thread pointer points at the data. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin;
    }

    @Override
    public InstructionField field(byte kind) {
        return Riscv64Fields.get(kind);
    }

    /** Compressed instructions and a stricter order of memory are for all if for one; how floats are passed is alike. */
    @Override
    public OptionalInt merge(int flags, int more) {
        return ((flags ^ more) & FLOAT_AND_REGISTERS) == 0
                ? OptionalInt.of(flags | more & (COMPRESSED | ORDER))
                : OptionalInt.empty();
    }

    @Override
    public boolean take(Site site) throws EngineException {
        switch (site.type()) {
            case 0, 32, 43, 51 -> {} // NONE, TPREL_ADD, ALIGN, which the kit has applied, RELAX
            case 1 -> site.field(FieldKind.ABSOLUTE_32);
            case 2 -> site.field(FieldKind.ABSOLUTE_64);
            case 16 -> near(site, Riscv64Fields.BRANCH);
            case 17 -> near(site, Riscv64Fields.JUMP);
            case 18, 19 -> call(site);
            case GOT_HI20 -> site.gotSlot(Riscv64Fields.FROM_HERE_HIGH);
            case TLS_GOT_HI20 -> site.gotSlot(Riscv64Fields.FROM_HERE_HIGH, FieldKind.THREAD_64, site.addend());
            case PCREL_HI20 -> site.field(Riscv64Fields.FROM_HERE_HIGH);
            case 24 -> {
                return low(site, Riscv64Fields.FROM_HERE_LOW);
            }
            case 25 -> {
                return low(site, Riscv64Fields.FROM_HERE_LOW_STORE);
            }
            case 26 -> site.field(Riscv64Fields.HIGH);
            case 27 -> site.field(Riscv64Fields.LOW);
            case 28 -> site.field(Riscv64Fields.LOW_STORE);
            case 29 -> site.field(Riscv64Fields.THREAD_HIGH);
            case 30 -> site.field(Riscv64Fields.THREAD_LOW);
            case 31 -> site.field(Riscv64Fields.THREAD_LOW_STORE);
            case 33 -> site.field(Riscv64Fields.ADD_8);
            case 34 -> site.field(Riscv64Fields.ADD_16);
            case 35 -> site.field(Riscv64Fields.ADD_32);
            case 36 -> site.field(FieldKind.ADD_64);
            case 37 -> site.field(Riscv64Fields.SUBTRACT_8);
            case 38 -> site.field(Riscv64Fields.SUBTRACT_16);
            case 39 -> site.field(Riscv64Fields.SUBTRACT_32);
            case 40 -> site.field(FieldKind.SUBTRACT_64);
            case 44 -> near(site, Riscv64Fields.SHORT_BRANCH);
            case 45 -> near(site, Riscv64Fields.SHORT_JUMP);
            case 52 -> site.field(Riscv64Fields.SUBTRACT_6);
            case 53 -> site.field(Riscv64Fields.SET_6);
            case 54 -> site.field(Riscv64Fields.SET_8);
            case 55 -> site.field(Riscv64Fields.SET_16);
            case 56 -> site.field(Riscv64Fields.SET_32);
            case 57 -> site.field(FieldKind.RELATIVE_32); // 32_PCREL
            case SET_ULEB128 -> {
                return difference(site);
            }
            case SUB_ULEB128 -> {
                return site.follow(site.place(), type -> type == SET_ULEB128); // which takes both
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A branch to what nothing defines goes to itself. */
    private static void near(Site site, byte kind) {
        if (!site.isUndefined()) {
            site.field(kind);
        } else {
            site.fieldHere(kind, 0, 0);
        }
    }

    /** {@code auipc} and {@code jalr}, whose parts belong to the first one's address. */
    private static void call(Site site) {
        if (!site.isUndefined()) {
            site.field(Riscv64Fields.FROM_HERE_HIGH);
            site.field(Riscv64Fields.FROM_HERE_LOW, 4, site.addend() + 4);
        } else {
            site.fieldHere(Riscv64Fields.FROM_HERE_HIGH, 0, 0);
            site.fieldHere(Riscv64Fields.FROM_HERE_LOW, 4, 4);
        }
    }

    /** The low part of a distance from the place that the relocation's symbol is, where its high part stands. */
    private static boolean low(Site site, byte kind) throws EngineException {
        long high = site.ownPlace();
        if (high < 0 || !site.follow(high, type -> type >= GOT_HI20 && type <= PCREL_HI20)) {
            return false;
        }
        long plus = site.addend() + site.place() - high;
        switch (site.type()) {
            case PCREL_HI20 -> site.field(kind, 0, plus);
            case GOT_HI20 -> site.gotSlot(kind, FieldKind.ABSOLUTE_64, plus);
            case TLS_GOT_HI20 -> site.gotSlot(kind, FieldKind.THREAD_64, plus);
            default -> {
                return false; // TLS_GD_HI20 is for shared objects
            }
        }
        return true;
    }

    /** The distance of two places of one section, which no draw changes, in as many bytes as stand there. */
    private static boolean difference(Site site) throws EngineException {
        int anchor = site.anchor();
        long end = site.offset() + site.addend();
        if (!site.follow(site.place(), type -> type == SUB_ULEB128) || site.anchor() != anchor) {
            return false;
        }
        long rest = end - site.offset() - site.addend();
        int at = 0;
        while ((site.get8(at) & 0x80) != 0) {
            site.put8(at++, (int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        site.put8(at, (int) rest & 0x7f);
        return rest >>> 7 == 0;
    }

    @Override
    public int[] stub(Fields fields, int at, int words, int word) {
        fields.add(at, Riscv64Fields.FROM_HERE_HIGH, words, word);
        fields.add(at + 4, Riscv64Fields.FROM_HERE_LOW, words, word + 4L);
        return new int[] {0xe17, 0xe3e03, 0xe0367, 0x13}; // auipc t3; ld t3, (t3); jalr t1, t3; nop
    }
}
