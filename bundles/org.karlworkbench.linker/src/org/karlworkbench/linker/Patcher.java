package org.karlworkbench.linker;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.machine.FieldKind;
import org.karlworkbench.linker.machine.Fields;
import org.karlworkbench.linker.machine.InstructionField;
import org.karlworkbench.linker.machine.Machine;
import org.karlworkbench.linker.machine.Origins;
import org.karlworkbench.linker.machine.Words;

/** Writes the fields of pieces. Knows nothing of one machine's relocations, only {@link FieldKind}. */
final class Patcher {
    private final Template template;
    private final Fields fields;
    private final long[] base;
    private final Machine machine;
    private final Words words;
    private final Origins origins;
    private final long thread;
    private final long got;
    private final byte[] image;

    /**
     * A patcher for one kernel.
     *
     * @param image the kernel's file
     */
    Patcher(Template template, Placement placement, byte[] image) {
        this.template = template;
        this.image = image;
        fields = template.fields();
        base = placement.base;
        machine = template.machine();
        words = new Words(machine.order());
        thread = placement.threadPointer(template);
        got = base[template.made().got()];
        origins = new Origins(thread, got);
    }

    /**
     * Writes all fields of a piece.
     *
     * @param piece its number
     * @param start where in the file its bytes begin
     * @throws EngineException with code {@code relocation-overflow} when an address does not fit into a field
     */
    void patch(int piece, int start) throws EngineException {
        int end = fields.first(piece + 1);
        for (int i = fields.first(piece); i < end; i++) {
            int offset = fields.offset(i);
            long value = base[fields.target(i)] + fields.addend(i);
            if (!put(fields.kind(i), start + offset, value, base[piece] + offset)) {
                throw overflow(piece, i, value);
            }
        }
    }

    /** Short, so that it becomes a part of the loop: most fields of most machines are of these two kinds. */
    private boolean put(byte kind, int at, long s, long p) {
        return switch (kind) {
            case FieldKind.RELATIVE_32 -> putSigned(at, s - p);
            case FieldKind.ABSOLUTE_64 -> put64(at, s);
            default -> putOther(kind, at, s, p);
        };
    }

    private boolean putOther(byte kind, int at, long s, long p) {
        if (FieldKind.isInstruction(kind)) {
            return putInstruction(kind, at, s, p);
        }
        return switch (kind) {
            case FieldKind.RELATIVE_64 -> put64(at, s - p);
            case FieldKind.SIGNED_32 -> putSigned(at, s);
            case FieldKind.UNSIGNED_32 -> put32(at, s) && s >>> Integer.SIZE == 0;
            case FieldKind.WRAPPED_32 -> put32(at, s);
            case FieldKind.RELATIVE_WRAPPED_32 -> put32(at, s - p);
            case FieldKind.ABSOLUTE_32 -> put32(at, s) && s >= Integer.MIN_VALUE && s <= 0xffffffffL;
            case FieldKind.ABSOLUTE_16 -> put16(at, s) && s >= -0x8000 && s <= 0xffff;
            case FieldKind.RELATIVE_16 -> put16(at, s - p) && s - p == (short) (s - p);
            case FieldKind.ABSOLUTE_8 -> put8(at, s) && s >= -0x80 && s <= 0xff;
            case FieldKind.RELATIVE_8 -> put8(at, s - p) && s - p == (byte) (s - p);
            case FieldKind.THREAD_32 -> putSigned(at, s - thread);
            case FieldKind.THREAD_64 -> put64(at, s - thread);
            case FieldKind.THREAD_NEGATED_32 -> putSigned(at, thread - s);
            case FieldKind.FROM_GOT_64 -> put64(at, s - got);
            case FieldKind.FROM_GOT_32 -> put32(at, s - got);
            case FieldKind.ADD_64 -> put64(at, words.get64(image, at) + s);
            case FieldKind.SUBTRACT_64 -> put64(at, words.get64(image, at) - s);
            default -> throw new IllegalStateException("no such kind of field: " + kind);
        };
    }

    private boolean putInstruction(byte kind, int at, long s, long p) {
        InstructionField field = machine.field(kind);
        long value = field.value(s, p, origins);
        words.put(image, at, field.width(), field.put(words.get(image, at, field.width()), value));
        return field.fits(value);
    }

    private boolean put64(int at, long value) {
        words.put64(image, at, value);
        return true;
    }

    private boolean put32(int at, long value) {
        words.put32(image, at, value);
        return true;
    }

    private boolean putSigned(int at, long value) {
        words.put32(image, at, value);
        return value == (int) value;
    }

    private boolean put16(int at, long value) {
        words.put16(image, at, value);
        return true;
    }

    private boolean put8(int at, long value) {
        image[at] = (byte) value;
        return true;
    }

    private EngineException overflow(int piece, int field, long value) {
        Pieces pieces = template.pieces();
        return new EngineException(
                "relocation-overflow",
                object(piece),
                pieces.name(piece) + "+0x" + Long.toHexString(fields.offset(field)),
                "the address 0x" + Long.toHexString(value) + " (" + target(fields.target(field))
                        + ") does not fit into a field of " + machine.range(fields.kind(field)),
                "place the sections nearer to each other, or make the gaps smaller");
    }

    private String target(int anchor) {
        Pieces pieces = template.pieces();
        if (anchor >= pieces.count()) {
            int name = template.anchors().name(anchor - pieces.count());
            return name == Names.NONE ? "nothing" : template.binding().names().name(name);
        }
        return pieces.name(anchor) + " of " + object(anchor);
    }

    private String object(int piece) {
        String name = template.read().objectName(template.pieces().object(piece));
        return name.isEmpty() ? "the linker" : name;
    }
}
