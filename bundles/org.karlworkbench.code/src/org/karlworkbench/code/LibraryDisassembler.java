package org.karlworkbench.code;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.karlworkbench.elf.EngineException;

/**
 * Libraries take the code apart, one instruction at a time: what the first does not know the next is asked for. All memory
 * that they are given ends with the call.
 */
final class LibraryDisassembler implements Disassembler {
    private final List<Library> libraries;
    private final InstructionSet set;

    /** A library that can begin to decode. */
    interface Library {
        /** Its name and version, for people. */
        String tool();

        /**
         * Begins.
         *
         * @param arena holds what it needs; lives longer than the decoder
         * @throws EngineException if this build of the library does not know the machine
         */
        Decoder open(Arena arena) throws EngineException;
    }

    LibraryDisassembler(InstructionSet set, List<Library> libraries) {
        this.set = set;
        this.libraries = libraries;
    }

    @Override
    public String tool() {
        return libraries.stream().map(Library::tool).collect(Collectors.joining(" and "));
    }

    @Override
    public void decode(byte[] code, long address, Consumer<Instruction> sink, BooleanSupplier cancelled)
            throws EngineException {
        try (Arena arena = Arena.ofConfined()) {
            Decoder[] decoders = new Decoder[libraries.size()];
            try {
                MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, code);
                for (int at = 0; at < code.length; ) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("cancelled");
                    }
                    Instruction next = next(bytes.asSlice(at), address + at, decoders, arena);
                    sink.accept(next);
                    at += next.length();
                }
            } finally {
                close(decoders);
            }
        }
    }

    private Instruction next(MemorySegment bytes, long address, Decoder[] decoders, Arena arena)
            throws EngineException {
        for (int i = 0; i < decoders.length; i++) {
            if (decoders[i] == null) {
                decoders[i] = libraries.get(i).open(arena);
            }
            Decoder decoder = decoders[i];
            int length = decoder.decode(bytes, address);
            if (length > 0 && length <= bytes.byteSize()) {
                return Branches.instruction(
                        set,
                        address,
                        length,
                        decoder.mnemonic(),
                        decoder.operands(),
                        decoder.countsFrom(address, length));
            }
        }
        return Instruction.unknown(address, (int) Math.min(set.unit(), bytes.byteSize()));
    }

    private static void close(Decoder[] decoders) {
        for (Decoder decoder : decoders) {
            if (decoder != null) {
                decoder.close();
            }
        }
    }
}
