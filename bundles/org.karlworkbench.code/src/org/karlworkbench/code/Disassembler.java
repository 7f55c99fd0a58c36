package org.karlworkbench.code;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.karlworkbench.elf.EngineException;

/** Takes bytes apart into instructions. Holds nothing between two calls; safe for use by several threads. */
public interface Disassembler {
    /** Which tool it is, with its version or path, for people: {@code capstone 4.0}. */
    String tool();

    /**
     * Takes bytes apart from the first to the last. Where none is an instruction, they come as {@link
     * Instruction#UNKNOWN}, in the smallest units in which instructions of the machine are counted.
     *
     * @param code the bytes
     * @param address where the first of them lies
     * @param sink takes the instructions one by one, in their order; their lengths add up to that of the bytes
     * @param cancelled asked now and then
     * @throws java.util.concurrent.CancellationException if it says so
     * @throws EngineException if the tool fails
     */
    void decode(byte[] code, long address, Consumer<Instruction> sink, BooleanSupplier cancelled)
            throws EngineException;
}
