package org.karlworkbench.linker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LinkedBy;

/** Writes a kernel: headers, sections, symbol table, section table (gABI, "Object Files"). */
final class KernelWriter {
    private static final int MOST = Integer.MAX_VALUE - 64;

    private final Template template;
    private final Placement placement;
    private final LinkOrder order;
    private final boolean allProcessors;
    private final Destination destination;
    private final Segments segments;
    private final KernelSymbols symbols;
    private final ElfHeader like;
    private final boolean wide;
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final byte[] comment = (LinkedBy.SIGNATURE + '\0').getBytes(StandardCharsets.ISO_8859_1);
    private long symbolsAt;
    private long stringsAt;
    private long namesAt;
    private long commentAt;
    private long tableAt;
    private final SymbolWriter symbolWriter;
    private ByteBuffer image;

    /**
     * A writer for one kernel.
     *
     * @param allProcessors whether all processors are for this kernel
     * @param destination gets the file
     */
    KernelWriter(
            Template template, Placement placement, LinkOrder order, boolean allProcessors, Destination destination)
            throws EngineException {
        this.allProcessors = allProcessors;
        this.destination = destination;
        this.template = template;
        this.placement = placement;
        this.order = order;
        symbols = template.symbols();
        segments = new Segments(template, placement);
        like = template.kit().objects().getFirst().header();
        wide = like.is64();
        int[] indices = new int[template.outputs().count()];
        for (int i = 0; i < placement.order.size(); i++) {
            indices[placement.order.get(i)] = i + 1;
        }
        symbolWriter = new SymbolWriter(template, placement, indices);
    }

    /**
     * Writes it.
     *
     * @param pad the gap's word
     * @return the whole file
     * @throws EngineException with code {@code unlinkable} for a kernel of 2 GiB or more, or of more
     *     sections than the header counts, {@code relocation-overflow}
     */
    byte[] write(int pad) throws EngineException {
        byte[] strings = template.settings().symbols() ? symbols.strings() : null;
        symbolsAt = segments.end() + 7 & -8;
        stringsAt = symbolsAt + (strings == null ? 0 : (symbols.count() + 1L) * symbolWriter.entry());
        namesAt = stringsAt + (strings == null ? 0 : strings.length);
        int[] nameOffsets = nameOffsets();
        commentAt = namesAt + names.size();
        tableAt = commentAt + comment.length + 7 & -8;
        long size = tableAt + (long) sectionCount() * (wide ? 64 : 40);
        boolean numbered = sectionCount() < Elf.SHN_LORESERVE && Segments.count(template) < Elf.PN_XNUM;
        if (size > MOST || !numbered) {
            throw new EngineException(
                    "unlinkable",
                    template.script().name(),
                    null,
                    "the kernel would have " + size + " bytes in " + sectionCount() + " sections",
                    "look for addresses that are far apart in one segment");
        }
        byte[] bytes = new byte[(int) size];
        image = ByteBuffer.wrap(bytes).order(like.order());
        writeContents(bytes, pad, strings);
        image.put((int) namesAt, names.toByteArray());
        image.put((int) commentAt, comment);
        writeTable(nameOffsets, strings == null ? 0 : strings.length);
        destination.take(bytes, (int) namesAt, bytes.length);
        writeHeader();
        destination.take(bytes, 0, writeSegments());
        return bytes;
    }

    private int sectionCount() {
        return placement.order.size() + (template.settings().symbols() ? 5 : 3);
    }

    private int[] nameOffsets() {
        int[] offsets = new int[placement.order.size() + 4];
        names.write(0);
        for (int i = 0; i < placement.order.size(); i++) {
            offsets[i] = name(template.outputs().get(placement.order.get(i)).name());
        }
        offsets[placement.order.size()] = name(".symtab");
        offsets[placement.order.size() + 1] = name(".strtab");
        offsets[placement.order.size() + 2] = name(LinkedBy.SECTION);
        offsets[placement.order.size() + 3] = name(".shstrtab");
        return offsets;
    }

    private int name(String word) {
        int at = names.size();
        names.writeBytes(word.getBytes(StandardCharsets.ISO_8859_1));
        names.write(0);
        return at;
    }

    /** Sections and symbols may be written by all processors, each its part. */
    private void writeContents(byte[] bytes, int pad, byte[] strings) throws EngineException {
        byte[] word = ByteBuffer.allocate(Integer.BYTES)
                .order(like.order())
                .putInt(pad)
                .array();
        SectionWriter writer = new SectionWriter(template, placement, order, segments, bytes, word);
        List<Part> parts = writer.parts();
        if (strings != null) {
            parts.addAll(symbolWriter.parts(image, (int) symbolsAt));
            parts.add(new Part((int) stringsAt, (int) namesAt, () -> image.put((int) stringsAt, strings)));
        }
        if (allProcessors) {
            makeBeside(parts, bytes);
        } else {
            make(parts, bytes);
        }
        make(writer.data(), bytes);
    }

    private void make(List<Part> parts, byte[] bytes) throws EngineException {
        for (Part part : parts) {
            part.make(bytes, destination);
        }
    }

    private void makeBeside(List<Part> parts, byte[] bytes) throws EngineException {
        EngineException[] failures = new EngineException[parts.size()];
        IntStream.range(0, failures.length).parallel().forEach(i -> {
            try {
                parts.get(i).make(bytes, destination);
            } catch (EngineException e) {
                failures[i] = e;
            }
        });
        for (EngineException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void writeHeader() throws EngineException {
        image.put(0, new byte[] {0x7f, 'E', 'L', 'F'});
        image.put(4, (byte) (wide ? Elf.ELFCLASS64 : Elf.ELFCLASS32));
        image.put(5, (byte) (like.isBigEndian() ? Elf.ELFDATA2MSB : Elf.ELFDATA2LSB));
        image.put(6, (byte) Elf.EV_CURRENT);
        image.put(7, (byte) like.osAbi());
        image.putShort(16, (short) Elf.ET_EXEC);
        image.putShort(18, (short) like.machine());
        image.putInt(20, Elf.EV_CURRENT);
        int at = 24;
        for (long word : new long[] {new EntryPoint(template, placement).address(), wide ? 64 : 52, tableAt}) {
            at = word(at, word);
        }
        image.putInt(at, template.flags());
        short[] sizes = {
            (short) (wide ? 64 : 52),
            (short) (wide ? 56 : 32),
            (short) Segments.count(template),
            (short) (wide ? 64 : 40),
            (short) sectionCount(),
            (short) (sectionCount() - 1)
        };
        for (int i = 0; i < sizes.length; i++) {
            image.putShort(at + 4 + 2 * i, sizes[i]);
        }
    }

    private int word(int at, long value) {
        if (wide) {
            image.putLong(at, value);
            return at + Long.BYTES;
        }
        image.putInt(at, (int) value);
        return at + Integer.BYTES;
    }

    /** Writes the program headers and says where they end. */
    private int writeSegments() throws EngineException {
        int at = wide ? 64 : 52;
        List<Segment> all = segments.all();
        for (Segment each : all) {
            image.putInt(at, each.type());
            int next = at + 4;
            if (wide) {
                image.putInt(next, each.flags());
                next += 4;
            }
            for (long word :
                    new long[] {each.offset(), each.address(), each.load(), each.fileSize(), each.memorySize()}) {
                next = word(next, word);
            }
            if (!wide) {
                image.putInt(next, each.flags());
                next += 4;
            }
            at = word(next, each.align());
        }
        return at;
    }

    private void writeTable(int[] nameOffsets, int stringSize) {
        Outputs outputs = template.outputs();
        int count = placement.order.size();
        for (int i = 0; i < count; i++) {
            int output = placement.order.get(i);
            header(
                    i + 1,
                    nameOffsets[i],
                    outputs.type(output),
                    outputs.flags(output),
                    placement.address[output],
                    segments.offset(output),
                    placement.extent[output],
                    0,
                    0,
                    placement.align[output],
                    entrySize(outputs.type(output)));
        }
        int next = count + 1;
        if (template.settings().symbols()) {
            int word = wide ? Long.BYTES : Integer.BYTES;
            long size = (long) symbolWriter.count() * symbolWriter.entry();
            header(
                    next,
                    nameOffsets[count],
                    Elf.SHT_SYMTAB,
                    0,
                    0,
                    symbolsAt,
                    size,
                    next + 1,
                    symbolWriter.locals(),
                    word,
                    symbolWriter.entry());
            header(next + 1, nameOffsets[count + 1], Elf.SHT_STRTAB, 0, 0, stringsAt, stringSize, 0, 0, 1, 0);
            next += 2;
        }
        int text = (int) (Elf.SHF_MERGE | Elf.SHF_STRINGS);
        header(next, nameOffsets[count + 2], Elf.SHT_PROGBITS, text, 0, commentAt, comment.length, 0, 0, 1, 1);
        header(next + 1, nameOffsets[count + 3], Elf.SHT_STRTAB, 0, 0, namesAt, names.size(), 0, 0, 1, 0);
    }

    private int entrySize(int type) {
        int word = wide ? Long.BYTES : Integer.BYTES;
        return switch (type) {
            case Elf.SHT_RELA -> 3 * word;
            case Elf.SHT_REL -> 2 * word;
            default -> 0;
        };
    }

    private void header(
            int index,
            int name,
            int type,
            int flags,
            long address,
            long offset,
            long size,
            int link,
            int info,
            long align,
            int entry) {
        int at = (int) tableAt + index * (wide ? 64 : 40);
        image.putInt(at, name);
        image.putInt(at + 4, type);
        int next = at + 8;
        for (long word : new long[] {flags, address, offset, size}) {
            next = word(next, word);
        }
        image.putInt(next, link);
        image.putInt(next + 4, info);
        next = word(next + 8, align);
        word(next, entry);
    }
}
