package org.karlworkbench.verify.psabi;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Alpha as binutils define its relocations, after the Tru64 UNIX object file format; for thread-local data, "ELF Handling
 * For Thread-Local Storage", section 5. Each object has one global pointer; a kernel whose GOT outgrows 64 KiB has
 * several, so that an object's own is what its first load of it says, and all its fields have to agree. An object that
 * never loads it has that of the first GOT.
 */
final class Alpha extends Usual {
    private static final int REFLONG = 1;
    private static final int REFQUAD = 2;
    private static final int GPREL32 = 3;
    private static final int LITERAL = 4;
    private static final int LITUSE = 5;
    private static final int GPDISP = 6;
    private static final int BRADDR = 7;
    private static final int HINT = 8;
    private static final int SREL32 = 10;
    private static final int SREL64 = 11;
    private static final int GPRELHIGH = 17;
    private static final int GPRELLOW = 18;
    private static final int GPREL16 = 19;
    private static final int BRSGP = 28;
    private static final int GOTTPREL = 37;
    private static final int TPRELHI = 39;
    private static final int TPRELLO = 40;
    private static final int TPREL16 = 41;

    /** The pointer stands in the middle of what 16 bits reach. */
    private static final int MIDDLE = 0x8000;

    private static final int BRANCH = 0x1fffff;
    private static final int JUMP = 0x3fff;

    /** The thread pointer stands before a block of two words and the data. */
    private static final int THREAD_BLOCK = 16;

    /** How far behind a function's start its code for callers with the same pointer begins. */
    private static final int POINTER_LOAD = 8;

    private final Map<Object, Long> pointers = new IdentityHashMap<>();

    @Override
    public boolean apply(int type, Site site) {
        long target = site.s() + site.a();
        switch (type) {
            case 0, LITUSE -> {} // NONE; a remark about a register
            case REFLONG -> site.put32(0, target);
            case REFQUAD -> site.put64(0, target);
            case SREL32 -> site.put32(0, target - site.p());
            case SREL64 -> site.put64(0, target - site.p());
            case BRADDR -> site.insert32(0, BRANCH, target - site.p() - 4 >> 2);
            case HINT -> hint(site, target);
            case BRSGP -> branch(site, target - site.p() - 4);
            case TPRELHI -> site.put16(0, high(threadOffset(site)));
            case TPRELLO, TPREL16 -> site.put16(0, threadOffset(site));
            case GPDISP -> loadPointer(site);
            case GPREL32, LITERAL, GPRELHIGH, GPRELLOW, GPREL16, GOTTPREL -> {
                byPointer(
                        type,
                        site,
                        pointers.getOrDefault(site.owner(), site.link().got() + MIDDLE));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void byPointer(int type, Site site, long pointer) {
        long distance = site.s() + site.a() - pointer;
        switch (type) {
            case GPREL32 -> site.put32(0, distance);
            case GPRELHIGH -> site.put16(0, high(distance));
            case GPRELLOW, GPREL16 -> site.put16(0, distance);
            case LITERAL -> word(site, pointer, site.s() + site.a());
            default -> word(site, pointer, threadOffset(site));
        }
    }

    /** A load from the GOT: the word has to hold the value. */
    private static void word(Site site, long pointer, long value) {
        int distance = (short) site.found16(0);
        site.put16(0, site.link().holds(pointer + distance, value) ? distance : ~distance);
    }

    /** GP - P in two halves, of which the second lies A bytes behind. */
    private void loadPointer(Site site) {
        int behind = (int) site.a();
        long found = ((long) (short) site.found16(0) << 16) + (short) site.found16(behind);
        long pointer = pointers.computeIfAbsent(site.owner(), _ -> found + site.p());
        site.put16(0, high(pointer - site.p()));
        site.put16(behind, pointer - site.p());
    }

    private static long high(long value) {
        return value + 0x8000 >> 16;
    }

    /** Where the branch leads, for the processor's guess. */
    private static void hint(Site site, long target) {
        if (!site.isUndefined()) {
            site.insert32(0, JUMP, target - site.p() - 4 >> 2);
        }
    }

    /** To the function's start, or behind the code that loads the pointer, which the caller has already. */
    private static void branch(Site site, long distance) {
        int behind = (int) (distance + POINTER_LOAD >> 2) & BRANCH;
        boolean skips = (site.found32(0) & BRANCH) == behind;
        site.insert32(0, BRANCH, skips ? behind : distance >> 2);
    }

    private static long threadOffset(Site site) {
        return site.link().threadOffset(site.s() + site.a(), THREAD_BLOCK);
    }

    @Override
    public int after(int type, long offset) {
        return switch (type) {
            case 0, LITUSE -> 0;
            case REFQUAD, SREL64 -> 8;
            case LITERAL, GPRELHIGH, GPRELLOW, GPREL16, GOTTPREL, TPRELHI, TPRELLO, TPREL16 -> 2;
            case GPDISP -> 2; // and as many at the second half
            default -> 4;
        };
    }
}
