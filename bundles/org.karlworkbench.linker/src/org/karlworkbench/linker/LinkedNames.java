package org.karlworkbench.linker;

import java.nio.charset.StandardCharsets;
import org.karlworkbench.elf.Elf;

/** What the numbers in the layouts of one {@link BuiltInLinker} mean. Names are made when they are asked for. */
public final class LinkedNames {
    private static final int TYPE = 0xf;

    private final Template template;

    LinkedNames(Template template) {
        this.template = template;
    }

    /** One more than the largest number of a section. */
    public int sectionLimit() {
        return template.outputs().count();
    }

    /** One more than the largest number of a block. */
    public int blockLimit() {
        return template.pieces().count();
    }

    /** One more than the largest number of a symbol. */
    public int symbolLimit() {
        return template.symbols().count();
    }

    /**
     * The name of a section.
     *
     * @param section a number of {@link LinkedLayout#sections}
     */
    public String section(int section) {
        return template.outputs().get(section).name();
    }

    /** Whether a section is executable (SHF_EXECINSTR). */
    public boolean isExecutable(int section) {
        return (template.outputs().flags(section) & Elf.SHF_EXECINSTR) != 0;
    }

    /** Whether a section is writable (SHF_WRITE). */
    public boolean isWritable(int section) {
        return (template.outputs().flags(section) & Elf.SHF_WRITE) != 0;
    }

    /** Whether a section has no bytes in the file (SHT_NOBITS). */
    public boolean isNoBits(int section) {
        return template.outputs().isNoBits(section);
    }

    /**
     * The object that a block belongs to.
     *
     * @param block a number of {@link LinkedLayout#blocks}
     * @return its name in the kit, {@code gap.o}, or empty for what the linker makes
     */
    public String object(int block) {
        return template.read().objectName(template.pieces().object(block));
    }

    /**
     * The section of the kernel in which a block lies.
     *
     * @param block a number of {@link LinkedLayout#blocks}
     * @return a number of {@link LinkedLayout#sections}
     */
    public int sectionOf(int block) {
        return template.output(block);
    }

    /**
     * The name of a symbol, as it is in the kit, control characters included.
     *
     * @param symbol a number of {@link LinkedLayout#symbols}
     */
    public String symbol(int symbol) {
        byte[] strings = template.symbols().strings();
        int start = template.symbols().name(symbol);
        int end = start;
        while (strings[end] != 0) {
            end++;
        }
        return new String(strings, start, end - start, StandardCharsets.UTF_8);
    }

    /**
     * Whether a symbol is a function (STT_FUNC).
     *
     * @param symbol a number of {@link LinkedLayout#symbols}
     */
    public boolean isFunction(int symbol) {
        return (template.symbols().info(symbol) & TYPE) == Elf.STT_FUNC;
    }

    /**
     * Whether a symbol is data (STT_OBJECT).
     *
     * @param symbol a number of {@link LinkedLayout#symbols}
     */
    public boolean isObject(int symbol) {
        return (template.symbols().info(symbol) & TYPE) == Elf.STT_OBJECT;
    }

    /**
     * The piece in which a symbol lies in all draws.
     *
     * @param symbol from 0 to {@link #symbolLimit} - 1
     * @return a number of {@link LinkedPieces}; -1 for what a draw settles, and for what has no address
     */
    public int pieceOf(int symbol) {
        KernelSymbols symbols = template.symbols();
        boolean file = (symbols.info(symbol) & TYPE) == Elf.STT_FILE;
        return file || symbols.value(symbol) < 0 ? -1 : Math.max(-1, symbols.target(symbol));
    }

    /**
     * How far a symbol is from the beginning of its piece, in bytes.
     *
     * @param symbol one that has a {@link #pieceOf}
     */
    public long offset(int symbol) {
        return template.symbols().value(symbol);
    }

    /**
     * The size that the kit says a symbol has, in bytes; 0 for labels.
     *
     * @param symbol from 0 to {@link #symbolLimit} - 1
     */
    public long size(int symbol) {
        return template.symbols().size(symbol);
    }

    /**
     * Whether a symbol's address counts from the beginning of the thread-local template, in the kernel's own table
     * (STT_TLS).
     *
     * @param symbol a number of {@link LinkedLayout#symbols}
     */
    public boolean isThreadLocal(int symbol) {
        return (template.symbols().info(symbol) & TYPE) == Elf.STT_TLS;
    }

    /**
     * The object that a symbol belongs to.
     *
     * @param symbol a number of {@link LinkedLayout#symbols}
     * @return its name in the kit, or empty where only a draw tells
     */
    public String objectOf(int symbol) {
        int target = template.symbols().target(symbol);
        return target < 0 ? "" : object(target);
    }
}
