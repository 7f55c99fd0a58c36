package org.karlworkbench.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.karlworkbench.elf.EngineException;

/**
 * Two disassemblers for a machine whose instructions are all of one length: the second is asked once for the whole, and only
 * if the first left something unknown.
 *
 * @param first the quick one
 * @param second the one that knows more
 */
record SecondDisassembler(Disassembler first, Disassembler second) implements Disassembler {
    @Override
    public String tool() {
        return first.tool() + " and " + second.tool();
    }

    @Override
    public void decode(byte[] code, long address, Consumer<Instruction> sink, BooleanSupplier cancelled)
            throws EngineException {
        List<Instruction> found = new ArrayList<>();
        first.decode(code, address, found::add, cancelled);
        Map<Long, Instruction> better = new HashMap<>();
        if (found.stream().anyMatch(Instruction::isUnknown)) {
            second.decode(code, address, instruction -> better.put(instruction.address(), instruction), cancelled);
        }
        for (Instruction instruction : found) {
            Instruction other = instruction.isUnknown() ? better.get(instruction.address()) : null;
            sink.accept(other == null || other.length() != instruction.length() ? instruction : other);
        }
    }
}
