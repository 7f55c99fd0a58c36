package org.karlworkbench.linker.machine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.ObjectFile;

/**
 * What an object says of itself beside its header ("Addenda to, and Errata in, the ABI for the Arm Architecture", section
 * "Build Attributes"): a format byte, sub-sections by vendor, in them parts for the whole file, in these tags with values.
 */
public final class ArmAttributes {
    private static final byte FORMAT = 'A';
    private static final String VENDOR = "aeabi";
    private static final int FILE = 1;
    /** ABI_VFP_args: 1 for registers of their own. */
    private static final int FLOAT_REGISTERS = 28;

    private static final int RAW_NAME = 4;
    private static final int NAME = 5;
    private static final int COMPATIBILITY = 32;

    private final ByteBuffer bytes;

    private ArmAttributes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * What executables say by e_flags, and objects by an attribute: in which registers floating-point numbers are passed.
     *
     * @return 0 where the object says nothing, or is for another machine
     * @throws EngineException with code {@code bad-object} for attributes that end too early
     */
    public static int flags(ObjectFile object) throws EngineException {
        boolean arm = object.header().machine() == Elf.EM_ARM;
        return arm && value(object).orElse(0) == 1 ? Arm.HARD_FLOAT : 0;
    }

    private static OptionalInt value(ObjectFile object) throws EngineException {
        for (int section = 1; section < object.sections().count(); section++) {
            if (object.sections().type(section) == Elf.SHT_ARM_ATTRIBUTES) {
                ByteBuffer bytes = ByteBuffer.wrap(object.content(section))
                        .order(object.header().order());
                try {
                    return new ArmAttributes(bytes).find();
                } catch (BufferUnderflowException e) {
                    throw new EngineException(
                            "bad-object",
                            object.title(),
                            object.sections().name(section),
                            "its attributes end too early",
                            "compile it again");
                }
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt find() {
        boolean known = bytes.hasRemaining() && bytes.get() == FORMAT;
        int all = bytes.limit();
        while (known && bytes.hasRemaining()) {
            int end = enter(bytes.position());
            if (string().equals(VENDOR)) {
                OptionalInt found = inVendor();
                if (found.isPresent()) {
                    return found;
                }
            }
            bytes.limit(all).position(end);
        }
        return OptionalInt.empty();
    }

    private OptionalInt inVendor() {
        int all = bytes.limit();
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            int scope = (int) number();
            int end = enter(start);
            while (scope == FILE && bytes.hasRemaining()) {
                int each = (int) number();
                OptionalInt value = value(each);
                if (each == FLOAT_REGISTERS) {
                    return value;
                }
            }
            bytes.limit(all).position(end);
        }
        return OptionalInt.empty();
    }

    /** Reads the length of a part that began at a place, and lets nothing be read behind its end. */
    private int enter(int start) {
        long end = start + Integer.toUnsignedLong(bytes.getInt());
        if (end < bytes.position() || end > bytes.limit()) {
            throw new BufferUnderflowException();
        }
        bytes.limit((int) end);
        return (int) end;
    }

    /** Reads a tag's value: above 32 the odd ones are strings, and one has a number and a string. */
    private OptionalInt value(int tag) {
        boolean text = tag == RAW_NAME || tag == NAME || tag > COMPATIBILITY && tag % 2 == 1;
        OptionalInt value = text ? OptionalInt.empty() : OptionalInt.of((int) number());
        if (text || tag == COMPATIBILITY) {
            string();
        }
        return value;
    }

    private long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        for (byte next = bytes.get(); next != 0; next = bytes.get()) {
            text.append((char) (next & 0xff));
        }
        return text.toString();
    }
}
