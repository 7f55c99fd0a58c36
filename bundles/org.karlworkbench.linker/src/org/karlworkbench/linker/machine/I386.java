package org.karlworkbench.linker.machine;

/**
 * System V ABI, Intel386 Architecture Processor Supplement, version 1.1, table 4.9; "ELF Handling For Thread-Local Storage",
 * section 5, for data that is local in a kernel. The fields hold the addends.
 */
final class I386 extends X86 {
    private static final byte RELATIVE = FieldKind.RELATIVE_WRAPPED_32;
    private static final byte ABSOLUTE = FieldKind.WRAPPED_32;

    @Override
    public int word() {
        return Integer.BYTES;
    }

    @Override
    public boolean addends() {
        return false;
    }

    @Override
    public int indirect() {
        return 42;
    }

    @Override
    public boolean take(Site site) {
        switch (site.type()) {
            case 0 -> {} // NONE
            case 1 -> site.field(ABSOLUTE);
            case 2, 4 -> site.field(RELATIVE); // PC32, PLT32
            case 3 -> site.gotSlot(FieldKind.FROM_GOT_32); // GOT32
            case 9 -> {
                site.needGot();
                site.field(FieldKind.FROM_GOT_32);
            }
            case 10 -> site.gotBase(RELATIVE); // GOTPC
            case 15, 16 -> initialExec(site); // TLS_IE, TLS_GOTIE
            case 17, 32 -> site.field(FieldKind.THREAD_32); // TLS_LE, TLS_LDO_32
            case 18 -> generalDynamic(site);
            case 19 -> localDynamic(site);
            case 20 -> site.field(FieldKind.ABSOLUTE_16);
            case 21 -> site.field(FieldKind.RELATIVE_16);
            case 22 -> site.field(FieldKind.ABSOLUTE_8);
            case 23 -> site.field(FieldKind.RELATIVE_8);
            case 34 -> site.field(FieldKind.THREAD_NEGATED_32); // TLS_LE_32
            case 43 -> gotLoad(site); // GOT32X
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public long implicit(Site site) {
        return switch (site.type()) {
            case 20, 21 -> site.reaches(0, Short.BYTES) ? (short) site.get16(0) : 0;
            case 22, 23 -> site.reaches(0, Byte.BYTES) ? (byte) site.get8(0) : 0;
            default -> site.reaches(0, Integer.BYTES) ? site.get32(0) : 0;
        };
    }

    /** The address relative to the table, or itself, instead of a load of it, where the instruction has such a form. */
    private static void gotLoad(Site site) {
        int opcode = site.reaches(-2, 4) ? site.get8(-2) : 0;
        int operand = site.reaches(-2, 4) ? site.get8(-1) : 0;
        boolean based = (operand & 0xc7) != 5;
        if (opcode == 0x8b && !site.isConstant()) {
            site.put8(-2, 0x8d);
            site.needGot();
            site.field(based ? FieldKind.FROM_GOT_32 : ABSOLUTE);
        } else if (opcode == 0xff && (operand & 0x38) == 0x10 && !site.isConstant()) { // call, with a prefix that fills
            site.put(-2, 0x67, 0xe8);
            site.field(RELATIVE, 0, site.addend() - 4);
        } else if (opcode == 0xff && (operand & 0x38) == 0x20 && !site.isConstant()) { // jmp, with a nop behind it
            site.put8(-2, 0xe9);
            site.put8(3, 0x90);
            site.field(RELATIVE, -1, site.addend() - 4);
        } else {
            site.gotSlot(based ? FieldKind.FROM_GOT_32 : ABSOLUTE);
        }
    }

    /** The load of an offset becomes the offset. */
    private static void initialExec(Site site) {
        int opcode = site.get8(-2);
        int operand = site.get8(-1);
        int register = operand >> 3 & 7;
        if (site.type() == 15 && operand == 0xa1) { // mov to %eax has a form of its own
            site.put8(-1, 0xb8);
        } else if (opcode == 0x8b) {
            site.put(-2, 0xc7, 0xc0 | register);
        } else if (site.type() == 15) {
            site.put(-2, 0x81, 0xc0 | register);
        } else {
            site.put(-2, 0x8d, 0x80 | register | register << 3);
        }
        site.field(FieldKind.THREAD_32);
    }

    /** The call for an address becomes {@code mov %gs:0,%eax; sub $-S,%eax}. */
    private static void generalDynamic(Site site) {
        if (site.reaches(-3, 9)) {
            site.put(-3, 0x65, 0xa1, 0, 0, 0, 0, 0x81, 0xe8, 0, 0, 0, 0);
            site.field(FieldKind.THREAD_NEGATED_32, 5, 0);
            site.consumeNext();
        }
    }

    /** The call for the module's data becomes {@code mov %gs:0,%eax}, with a nop and a lea that fill. */
    private static void localDynamic(Site site) {
        if (site.reaches(-2, 9)) {
            site.put(-2, 0x65, 0xa1, 0, 0, 0, 0, 0x90, 0x8d, 0x74, 0x26, 0);
            site.consumeNext();
        }
    }

    @Override
    void jumpThrough(Fields fields, int at, int words, int word) {
        fields.add(at, ABSOLUTE, words, word);
    }
}
