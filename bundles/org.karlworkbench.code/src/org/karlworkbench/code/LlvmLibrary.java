package org.karlworkbench.code;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Native;
import org.karlworkbench.elf.NativeLibrary;

/** The functions of LLVM's library that disassemble (llvm-c/Disassembler.h), the same in all versions. */
final class LlvmLibrary {
    private static final int OLDEST = 14;
    private static final int NEWEST = 22;

    /** From this version on Debian names the file another way. */
    private static final int RENAMED = 18;

    private static final long HEXADECIMAL = 2;
    private static final int TEXT = 256;
    private static final Optional<LlvmLibrary> INSTALLED =
            NativeLibrary.first(names()).map(LlvmLibrary::new);

    private final NativeLibrary library;
    private final MethodHandle create;
    private final MethodHandle options;
    private final MethodHandle decode;
    private final MethodHandle dispose;

    private LlvmLibrary(NativeLibrary library) {
        this.library = library;
        create = library.function(
                "LLVMCreateDisasmCPUFeatures",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        options = library.function("LLVMSetDisasmOptions", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
        decode = library.function(
                "LLVMDisasmInstruction",
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG));
        dispose = library.function("LLVMDisasmDispose", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /** The library of this machine, looked for once. */
    static Optional<LlvmLibrary> installed() {
        return INSTALLED;
    }

    /** The library with its file, for people. */
    String tool() {
        return "LLVM (" + library.name() + ")";
    }

    /** The newest first; those of the other name are tried last. */
    private static List<String> names() {
        Stream<String> renamed = IntStream.rangeClosed(RENAMED, NEWEST)
                .map(i -> NEWEST + RENAMED - i)
                .mapToObj(version -> "libLLVM.so." + version + ".1");
        Stream<String> old = IntStream.range(OLDEST, RENAMED)
                .map(i -> RENAMED - 1 + OLDEST - i)
                .mapToObj(version -> "libLLVM-" + version + ".so.1");
        return Stream.concat(renamed, old).toList();
    }

    /** The library for one machine. */
    LibraryDisassembler.Library of(InstructionSet set) {
        return new LibraryDisassembler.Library() {
            @Override
            public String tool() {
                return LlvmLibrary.this.tool();
            }

            @Override
            public Decoder open(Arena arena) throws EngineException {
                return new Session(context(set, arena), set, arena);
            }
        };
    }

    private MemorySegment context(InstructionSet set, Arena arena) throws EngineException {
        MemorySegment context;
        try {
            for (String part : List.of("TargetInfo", "TargetMC", "Disassembler")) {
                MethodHandle initialize =
                        library.function("LLVMInitialize" + set.llvm() + part, FunctionDescriptor.ofVoid());
                Native.run(() -> {
                    initialize.invokeExact();
                });
            }
            MemorySegment triple = arena.allocateFrom(set.triple());
            MemorySegment cpu = arena.allocateFrom("");
            MemorySegment features = arena.allocateFrom(set.features());
            MemorySegment none = MemorySegment.NULL;
            context = Native.call(() -> (MemorySegment) create.invokeExact(triple, cpu, features, none, 0, none, none));
        } catch (IllegalStateException e) {
            throw refused(e);
        }
        if (context.address() == 0) {
            throw refused(null);
        }
        Native.call(() -> (int) options.invokeExact(context, HEXADECIMAL));
        return context;
    }

    private EngineException refused(Exception cause) {
        return new EngineException(
                "no-disassembler",
                library.name(),
                null,
                "was built without this machine",
                "install Debian's own package of it",
                cause);
    }

    private final class Session implements Decoder {
        private final MemorySegment context;
        private final InstructionSet set;
        private final MemorySegment text;

        private Session(MemorySegment context, InstructionSet set, Arena arena) {
            this.context = context;
            this.set = set;
            this.text = arena.allocate(TEXT);
        }

        @Override
        public int decode(MemorySegment bytes, long address) {
            long length = Native.call(
                    () -> (long) decode.invokeExact(context, bytes, bytes.byteSize(), address, text, text.byteSize()));
            return (int) length;
        }

        @Override
        public int number() {
            return -1;
        }

        @Override
        public String name() {
            return mnemonic();
        }

        /** The words are a tab, the mnemonic, a tab and the operands. */
        private String[] words() {
            return text.getString(0).strip().split("\\s+", 2);
        }

        @Override
        public String mnemonic() {
            return words()[0];
        }

        @Override
        public String operands() {
            String[] words = words();
            return words.length < 2 ? "" : words[1].replace('\t', ' ');
        }

        @Override
        public OptionalLong countsFrom(long address, int length) {
            return OptionalLong.of(set.countsFromEnd() ? address + length : address);
        }

        @Override
        public void close() {
            Native.run(() -> {
                dispose.invokeExact(context);
            });
        }
    }
}
