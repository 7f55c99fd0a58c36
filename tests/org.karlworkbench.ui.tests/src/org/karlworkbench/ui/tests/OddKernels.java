package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;

/** Kernels that lack something, lie, or have names that nobody would give. */
enum OddKernels {
    NO_SECTIONS {
        @Override
        void spoil(ElfFile elf, ByteBuffer bytes) {
            bytes.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
        }
    },
    NO_SYMBOLS {
        @Override
        void spoil(ElfFile elf, ByteBuffer bytes) {
            int table = (int) elf.header().sectionOffset() + elf.sections().find(".symtab") * SECTION;
            bytes.putInt(table + 4, 1); // SHT_PROGBITS
        }
    },
    OVERLAPPING_SECTIONS {
        @Override
        void spoil(ElfFile elf, ByteBuffer bytes) {
            int table = (int) elf.header().sectionOffset() + elf.sections().find(".data") * SECTION;
            bytes.putLong(table + 16, elf.sections().address(elf.sections().find(".text")) + 8);
        }
    },
    STRANGE_NAMES {
        @Override
        void spoil(ElfFile elf, ByteBuffer bytes) {
            String strange = "<html><b>x\u0007\u202ename\r\n\u001b[31m&amp;";
            byte[] name = Arrays.copyOf(strange.getBytes(StandardCharsets.UTF_8), PLAIN.length());
            Arrays.fill(name, strange.getBytes(StandardCharsets.UTF_8).length, name.length, (byte) '>');
            replace(bytes.array(), PLAIN.getBytes(StandardCharsets.UTF_8), name);
        }
    },
    WRAPPING_ADDRESSES {
        @Override
        void spoil(ElfFile elf, ByteBuffer bytes) {
            int table = (int) elf.sections().offset(elf.sections().find(".symtab"));
            for (int i = 1; i < elf.sections().size(elf.sections().find(".symtab")) / SYMBOL; i++) {
                if (bytes.getLong(table + i * SYMBOL + 16) == 32) { // the size of the plain function
                    bytes.putLong(table + i * SYMBOL + 8, -8).putLong(table + i * SYMBOL + 16, Long.MAX_VALUE);
                }
            }
        }
    };

    static final String PLAIN = "plain_" + "n".repeat(58);
    private static final int SECTION = 64;
    private static final int SYMBOL = 24;
    private static final int LONG_NAME = 100_000;

    abstract void spoil(ElfFile elf, ByteBuffer bytes) throws EngineException;

    /** Makes the kernel: three functions, one with a name of 100 kB, and data. */
    Path make(Path folder) throws Exception {
        Path kernel = plain(folder, name().toLowerCase());
        byte[] bytes = Files.readAllBytes(kernel);
        try (ElfFile elf = ElfFile.open(kernel)) {
            spoil(elf, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        return Files.write(kernel, bytes);
    }

    static Path plain(Path folder, String name) {
        String source = ".text\n.globl _start\n.type _start,@function\n_start: call " + PLAIN + "\ncall " + longName()
                + "\nret\n.size _start,.-_start\n" + function(PLAIN, 32) + function(longName(), 16)
                + ".data\n.globl word\n.type word,@object\nword: .quad " + PLAIN + "\n.size word,8\n";
        try {
            Path assembly = Files.writeString(folder.resolve(name + ".s"), source);
            Path object = folder.resolve(name + ".o");
            Path kernel = folder.resolve(name);
            Tool.run(60, List.of("as", "-o", object.toString(), assembly.toString()));
            Tool.run(60, List.of("ld", "-o", kernel.toString(), object.toString()));
            return kernel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String longName() {
        return "long_" + "l".repeat(LONG_NAME);
    }

    private static String function(String name, int size) {
        return ".globl " + name + "\n.type " + name + ",@function\n" + name + ": .skip " + size + ",0x90\n.size " + name
                + "," + size + "\n";
    }

    private static void replace(byte[] bytes, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, at, to.length);
            }
        }
    }
}
