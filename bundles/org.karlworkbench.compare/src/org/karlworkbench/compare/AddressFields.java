package org.karlworkbench.compare;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * The quick look at two functions of x86 whose bytes differ, without taking them apart: all differences are explained when
 * each lies in four bytes that count from their end to the same place in both kernels: into the same symbol equally far, or
 * where no symbol is, into the same section. That by chance four other bytes do so is not to be expected: a kernel is some
 * thousandth of what four bytes reach.
 */
final class AddressFields {
    private static final int WIDTH = Integer.BYTES;

    private final Layout a;
    private final Layout b;
    private final Pairs symbols;

    private AddressFields(Layout a, Layout b, Pairs symbols) {
        this.a = a;
        this.b = b;
        this.symbols = symbols;
    }

    /** For two kernels of one machine; null where its instructions do not hold whole addresses. */
    static AddressFields of(Layout a, Layout b, Pairs symbols) {
        int machine = a.header().machine();
        return machine == Elf.EM_X86_64 || machine == Elf.EM_386 ? new AddressFields(a, b, symbols) : null;
    }

    /** Whether the differences of two stretches of bytes are addresses only; false where that takes a closer look. */
    boolean explain(byte[] codeA, long addressA, byte[] codeB, long addressB) {
        int at = Arrays.mismatch(codeA, codeB);
        while (at >= 0) {
            int field = field(codeA, addressA, codeB, addressB, at);
            if (field < 0) {
                return false;
            }
            int next = Arrays.mismatch(codeA, field + WIDTH, codeA.length, codeB, field + WIDTH, codeB.length);
            at = next < 0 ? -1 : field + WIDTH + next;
        }
        return true;
    }

    /** Where the field begins that explains a difference, or -1. */
    private int field(byte[] codeA, long addressA, byte[] codeB, long addressB, int at) {
        for (int from = at; from >= 0 && from > at - WIDTH; from--) {
            if (from + WIDTH <= codeA.length) {
                int numberA = number(codeA, from);
                int numberB = number(codeB, from);
                boolean relative = meet(addressA + from + WIDTH + numberA, addressB + from + WIDTH + numberB);
                if (relative || meet(numberA, numberB)) {
                    return from;
                }
            }
        }
        return -1;
    }

    private static int number(byte[] code, int at) {
        return code[at] & 0xff | (code[at + 1] & 0xff) << 8 | (code[at + 2] & 0xff) << 16 | code[at + 3] << 24;
    }

    private boolean meet(long placeA, long placeB) {
        long mask = a.header().is64() ? -1 : 0xffff_ffffL;
        Rows rowsA = a.symbols();
        int sectionA = a.sections().at(placeA & mask);
        int sectionB = b.sections().at(placeB & mask);
        if (sectionA < 0
                || sectionB < 0
                || !a.sections().name(sectionA).equals(b.sections().name(sectionB))) {
            return false;
        }
        int row = rowsA.at(placeA & mask);
        if (row < 0) {
            return true;
        }
        int other = symbols.rowB(row);
        return other >= 0 && (placeB & mask) - b.symbols().address(other) == (placeA & mask) - rowsA.address(row);
    }
}
