package org.karlworkbench.linker.machine;

import java.util.Arrays;

/** The fields of a machine's instructions, numbered behind the kinds that all machines have. */
final class InstructionFields {
    private InstructionField[] all = new InstructionField[0];

    /** Adds a field and says its kind. */
    byte add(InstructionField field) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = field;
        return (byte) (FieldKind.INSTRUCTION + all.length - 1);
    }

    InstructionField get(byte kind) {
        return all[kind - FieldKind.INSTRUCTION];
    }
}
