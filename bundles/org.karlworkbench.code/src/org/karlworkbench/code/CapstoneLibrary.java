package org.karlworkbench.code;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Native;
import org.karlworkbench.elf.NativeLibrary;

/**
 * The functions of the capstone library, versions 4 and 5 (capstone.h). The two differ in one thing that matters here:
 * {@code cs_insn} has room for 16 bytes of an instruction, or for 24.
 */
final class CapstoneLibrary {
    private static final List<String> NAMES = List.of("libcapstone.so.5", "libcapstone.so.4");
    private static final int OPTION_SYNTAX = 1;
    private static final long SYNTAX_ATT = 2;
    private static final int SIZE_AT = 16;
    private static final int BYTES_AT = 18;
    private static final int MNEMONIC_SIZE = 32;
    private static final int OPERANDS_SIZE = 160;
    private static final Optional<CapstoneLibrary> INSTALLED =
            NativeLibrary.first(NAMES).map(CapstoneLibrary::new);

    private final MethodHandle open;
    private final MethodHandle option;
    private final MethodHandle allocate;
    private final MethodHandle next;
    private final MethodHandle free;
    private final MethodHandle name;
    private final MethodHandle close;
    private final int version;

    private CapstoneLibrary(NativeLibrary library) {
        open = library.function("cs_open", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        option = library.function("cs_option", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG));
        allocate = library.function("cs_malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        next = library.function(
                "cs_disasm_iter", FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        free = library.function("cs_free", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
        name = library.function("cs_insn_name", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_INT));
        close = library.function("cs_close", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MethodHandle tell = library.function("cs_version", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        version = Native.call(() -> (int) tell.invokeExact(MemorySegment.NULL, MemorySegment.NULL));
    }

    /** The library of this machine, looked for once. */
    static Optional<CapstoneLibrary> installed() {
        return INSTALLED;
    }

    /** The library with its version, for people. */
    String tool() {
        return "capstone " + (version >>> 8) + "." + (version & 0xff);
    }

    /** The library for one machine. */
    LibraryDisassembler.Library of(InstructionSet set, ByteOrder order) {
        return new LibraryDisassembler.Library() {
            @Override
            public String tool() {
                return CapstoneLibrary.this.tool();
            }

            @Override
            public Decoder open(Arena arena) throws EngineException {
                return new Session(handle(set.capstone(), set.capstoneMode(order), arena), set.speaksAtt(), arena);
            }
        };
    }

    private int bytesSize() {
        return version >>> 8 >= 5 ? 24 : 16;
    }

    private MemorySegment handle(int machine, int mode, Arena arena) throws EngineException {
        MemorySegment handle = arena.allocate(JAVA_LONG);
        int error = Native.call(() -> (int) open.invokeExact(machine, mode, handle));
        if (error != 0) {
            throw new EngineException(
                    "no-disassembler",
                    "libcapstone",
                    null,
                    "refuses this machine (error " + error + ")",
                    "install Debian's own package of it");
        }
        return handle;
    }

    private final class Session implements Decoder {
        private final MemorySegment handle;
        private final MemorySegment instruction;
        private final MemorySegment code;
        private final MemorySegment size;
        private final MemorySegment address;

        private Session(MemorySegment handle, boolean att, Arena arena) {
            this.handle = handle;
            long session = handle.get(JAVA_LONG, 0);
            if (att) {
                Native.call(() -> (int) option.invokeExact(session, OPTION_SYNTAX, SYNTAX_ATT));
            }
            MemorySegment made = Native.call(() -> (MemorySegment) allocate.invokeExact(session));
            instruction = made.reinterpret(BYTES_AT + bytesSize() + MNEMONIC_SIZE + OPERANDS_SIZE);
            code = arena.allocate(ADDRESS);
            size = arena.allocate(JAVA_LONG);
            address = arena.allocate(JAVA_LONG);
        }

        @Override
        public int decode(MemorySegment bytes, long at) {
            code.set(ADDRESS, 0, bytes);
            size.set(JAVA_LONG, 0, bytes.byteSize());
            address.set(JAVA_LONG, 0, at);
            long session = handle.get(JAVA_LONG, 0);
            boolean done = Native.call(() -> (boolean) next.invokeExact(session, code, size, address, instruction));
            return done ? Short.toUnsignedInt(instruction.get(JAVA_SHORT, SIZE_AT)) : 0;
        }

        @Override
        public int number() {
            return instruction.get(JAVA_INT, 0);
        }

        @Override
        public String name() {
            long session = handle.get(JAVA_LONG, 0);
            int number = number();
            MemorySegment text = Native.call(() -> (MemorySegment) name.invokeExact(session, number));
            return text.address() == 0 ? "" : text.reinterpret(MNEMONIC_SIZE).getString(0);
        }

        @Override
        public String mnemonic() {
            return instruction.asSlice(BYTES_AT + bytesSize(), MNEMONIC_SIZE).getString(0);
        }

        @Override
        public String operands() {
            return instruction
                    .asSlice(BYTES_AT + bytesSize() + MNEMONIC_SIZE, OPERANDS_SIZE)
                    .getString(0);
        }

        @Override
        public OptionalLong countsFrom(long at, int length) {
            return OptionalLong.empty();
        }

        @Override
        public void close() {
            Native.run(() -> {
                free.invokeExact(instruction, 1L);
            });
            Native.call(() -> (int) close.invokeExact(handle));
        }
    }
}
