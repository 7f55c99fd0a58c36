package org.karlworkbench.compare;

import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Layout;

/** The bytes of a kernel's sections, each read when first asked for. Closed when a comparison is done. */
public final class KernelBytes implements AutoCloseable {
    private final ElfFile file;
    private final byte[][] contents;

    /**
     * Opens a kernel's file.
     *
     * @throws EngineException when it cannot be read, or is another one than the layout's
     */
    public KernelBytes(Layout layout) throws EngineException {
        file = ElfFile.open(layout.kernel());
        contents = new byte[file.sections().count()][];
        if (file.size() != layout.fileSize()) {
            file.close();
            throw new EngineException(
                    "stale-kernel",
                    layout.kernel().toString(),
                    null,
                    "changed since its layout was read",
                    "open it again");
        }
    }

    /** The section headers. */
    public Sections sections() {
        return file.sections();
    }

    /** Whether a section has bytes in the file. */
    public boolean has(int section) {
        return section > 0 && section < contents.length && !file.sections().isNoBits(section);
    }

    /**
     * The bytes of a section; not to be changed.
     *
     * @throws EngineException when the file cannot be read any more
     */
    public byte[] of(int section) throws EngineException {
        if (contents[section] == null) {
            contents[section] = file.content(section);
        }
        return contents[section];
    }

    /** Whether the bytes from an address on lie in a section as a whole. */
    public boolean holds(int section, long address, long size) {
        long offset = address - file.sections().address(section);
        long length = file.sections().size(section);
        return Long.compareUnsigned(offset, length) <= 0 && Long.compareUnsigned(size, length - offset) <= 0;
    }

    @Override
    public void close() {
        file.close();
    }
}
