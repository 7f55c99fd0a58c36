package org.karlworkbench.linker.machine;

import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * 64-bit ELF Object File Specification (MIPS Technologies, draft 2.5), table 32, and "MIPS TLS ABI", in both byte orders:
 * code of kernels, which has no global offset table and addresses no data through {@code $gp}.
 */
final class Mips64 implements Machine {
    private static final InstructionFields FIELDS = new InstructionFields();

    private static final byte JUMP = FIELDS.add(
            InstructionField.at(0, 26).from(Origin.REGION).right(2).unsigned().unit(4));
    private static final byte BRANCH =
            FIELDS.add(InstructionField.at(0, 16).relative().right(2).signed().unit(4));

    /** Four parts of an address, each but the last with the carry of those below, which have signs. */
    private static final byte LOW = FIELDS.add(low());

    private static final byte HIGH = FIELDS.add(high());
    private static final byte HIGHER = FIELDS.add(low().plus(0x8000_8000L).right(32));
    private static final byte HIGHEST = FIELDS.add(low().plus(0x8000_8000_8000L).right(48));
    private static final byte THREAD_LOW = FIELDS.add(low().from(Origin.THREAD));
    private static final byte THREAD_HIGH =
            FIELDS.add(high().from(Origin.THREAD).signed());

    private static final int NO_REORDER = 1;
    private static final int POSITION_INDEPENDENT = 2;
    private static final int CALLS_INDEPENDENT = 4;
    private static final int MODEL = 0x00ff0000;
    private static final int LEVEL = 0xf0000000;
    private static final int RELEASE_6 = 0x90000000;
    private static final long THREAD_BIAS = 0x7000;

    private final ByteOrder order;

    Mips64(ByteOrder order) {
        this.order = order;
    }

    private static InstructionField low() {
        return InstructionField.at(0, 16);
    }

    private static InstructionField high() {
        return InstructionField.at(0, 16).rounded(16);
    }

    @Override
    public ByteOrder order() {
        return order;
    }

    @Override
    public long maxPage() {
        return 0x10000;
    }

    @Override
    public byte trap() {
        return (byte) 0xef;
    }

    /** The thread pointer points so far behind the beginning of the data that 16 bits with sign reach most of it. */
    @Override
    public long threadPointer(long begin, long end, long align) {
        return begin + THREAD_BIAS;
    }

    @Override
    public InstructionField field(byte kind) {
        return FIELDS.get(kind);
    }

    /** Up to three types: what one computes is the addend of the next. Kernels have no more than one, and then NONE. */
    @Override
    public boolean take(Site site) {
        switch (site.type()) {
            case 0, 37 -> {} // NONE, JALR: a hint
            case 2 -> site.field(FieldKind.WRAPPED_32);
            case 4 -> jump(site);
            case 5 -> site.field(HIGH);
            case 6 -> site.field(LOW);
            case 10 -> site.field(BRANCH);
            case 18 -> site.field(FieldKind.ABSOLUTE_64);
            case 24 -> site.field(FieldKind.ABSOLUTE_64, 0, -site.addend()); // SUB
            case 28 -> site.field(HIGHER);
            case 29 -> site.field(HIGHEST);
            case 47 -> site.field(FieldKind.THREAD_32);
            case 48 -> site.field(FieldKind.THREAD_64);
            case 49 -> site.field(THREAD_HIGH);
            case 50 -> site.field(THREAD_LOW);
            case 248 -> site.field(FieldKind.RELATIVE_32);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A jump to what nothing defines goes to the beginning of its region. */
    private static void jump(Site site) {
        if (site.isUndefined()) {
            site.put32(site.get32(0) & 0xfc000000 | (int) (site.addend() >> 2) & 0x03ffffff);
        } else {
            site.field(JUMP);
        }
    }

    /**
     * The highest level and the only model of processor that is asked for; code is independent of its place if all is, and
     * told to call such code if any is. The rest has to be the same.
     */
    @Override
    public OptionalInt merge(int flags, int more) {
        int model = flags & MODEL | more & MODEL;
        boolean oneModel = (flags & MODEL) == 0 || (more & MODEL) == 0 || (flags & MODEL) == (more & MODEL);
        int any = NO_REORDER | CALLS_INDEPENDENT;
        int rest = ~(MODEL | LEVEL | any | POSITION_INDEPENDENT);
        boolean oneRelease = (flags & LEVEL) >>> 28 >= RELEASE_6 >>> 28 == (more & LEVEL) >>> 28 >= RELEASE_6 >>> 28;
        if (!oneModel || !oneRelease || ((flags ^ more) & rest) != 0) {
            return OptionalInt.empty();
        }
        int level = Integer.compareUnsigned(flags & LEVEL, more & LEVEL) < 0 ? more & LEVEL : flags & LEVEL;
        int independent = (flags | more) & any | flags & more & POSITION_INDEPENDENT;
        return OptionalInt.of(level | model | independent | flags & rest);
    }
}
