package org.karlworkbench.code;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.Layout;

/** Reads the code of one range of a kernel, with the names of what it calls and uses. */
public final class CodeReader {
    /** How many bytes of one range are taken apart; the largest functions of kernels have a tenth of that. */
    public static final int MOST = 1 << 20;

    private static final int WORD = 4;

    private final Layout layout;
    private final CodeRange range;
    private final Set<Tool> allowed;
    private final BooleanSupplier cancelled;
    private final SymbolNames names;
    private final List<CodeLine> lines = new ArrayList<>();
    private final Set<String> tools = new TreeSet<>();
    /** For the usual instructions, and for the short ones of ARM; found for the first run, of which there can be many. */
    private final Disassembler[] disassemblers = new Disassembler[2];

    private CodeReader(Layout layout, CodeRange range, Set<Tool> allowed, BooleanSupplier cancelled) {
        this.layout = layout;
        this.range = range;
        this.allowed = allowed;
        this.cancelled = cancelled;
        this.names = new SymbolNames(layout);
    }

    /**
     * Takes the code of a range apart.
     *
     * @param layout the kernel's; its file is opened once more
     * @param range which code
     * @param allowed the tools that may be taken
     * @param cancelled asked now and then
     * @return the code
     * @throws CancellationException if it was cancelled
     * @throws EngineException if the file cannot be read, has changed, is for an unknown machine, or no disassembler is
     *     there
     */
    public static Code read(Layout layout, CodeRange range, Set<Tool> allowed, BooleanSupplier cancelled)
            throws EngineException {
        return new CodeReader(layout, range, allowed, cancelled).read();
    }

    private Code read() throws EngineException {
        byte[] bytes;
        try (ElfFile file = ElfFile.open(layout.kernel())) {
            if (file.size() != layout.fileSize()) {
                throw new EngineException("changed", file.name(), null, "changed since it was read", "open it anew");
            }
            bytes = file.loaded(range.address(), (int) Math.min(range.size(), MOST));
        }
        for (MappingSymbols.Run run : MappingSymbols.runs(layout, range)) {
            int from = (int) Math.min(run.address() - range.address(), bytes.length);
            int to = (int) Math.min(run.end() - range.address(), bytes.length);
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            if (run.content() == MappingSymbols.Content.DATA) {
                addData(part, run.address());
            } else {
                addCode(part, run.address(), run.content() == MappingSymbols.Content.THUMB);
            }
        }
        return new Code(range, String.join(", ", tools), List.copyOf(lines), range.size() - bytes.length);
    }

    private void addCode(byte[] part, long address, boolean thumb) throws EngineException {
        Disassembler disassembler = disassembler(thumb);
        UsedAddresses addresses = new UsedAddresses(layout.header(), thumb);
        disassembler.decode(part, address, instruction -> addCode(part, address, instruction, addresses), cancelled);
    }

    private Disassembler disassembler(boolean thumb) throws EngineException {
        int which = thumb ? 1 : 0;
        if (disassemblers[which] == null) {
            disassemblers[which] = Disassemblers.of(layout.kernel().toString(), layout.header(), thumb, allowed);
            tools.add(disassemblers[which].tool());
        }
        return disassemblers[which];
    }

    private void addCode(byte[] part, long address, Instruction instruction, UsedAddresses addresses) {
        int at = (int) (instruction.address() - address);
        byte[] bytes = Arrays.copyOfRange(part, at, at + instruction.length());
        OptionalLong branch = instruction.target();
        OptionalLong used = addresses.of(instruction);
        if (branch.isPresent()) {
            add(instruction.address(), bytes, instruction.text(), branch, names.at(branch.getAsLong()));
        } else {
            addUse(instruction.address(), bytes, instruction.text(), used);
        }
    }

    /** A number is taken for an address only where something has this address. */
    private void addUse(long address, byte[] bytes, String text, OptionalLong used) {
        String name = used.isPresent() ? names.at(used.getAsLong()) : null;
        add(address, bytes, text, name == null ? OptionalLong.empty() : used, name);
    }

    private void add(long address, byte[] bytes, String text, OptionalLong target, String name) {
        lines.add(new CodeLine(address, bytes, text, target, name));
    }

    private void addData(byte[] part, long address) {
        ByteBuffer buffer = ByteBuffer.wrap(part).order(layout.header().order());
        while (buffer.hasRemaining()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            long at = address + buffer.position();
            boolean word = buffer.remaining() >= WORD && at % WORD == 0;
            byte[] bytes = Arrays.copyOfRange(part, buffer.position(), buffer.position() + (word ? WORD : 1));
            long value = word ? Integer.toUnsignedLong(buffer.getInt()) : Byte.toUnsignedLong(buffer.get());
            OptionalLong used = word && !layout.header().is64() ? OptionalLong.of(value) : OptionalLong.empty();
            addUse(at, bytes, (word ? ".word 0x" : ".byte 0x") + Long.toHexString(value), used);
        }
    }
}
