package org.karlworkbench.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** A relink that is known by its kernel: symbols, bytes, and objects as far as a ledger entry or a kit tells them. */
final class KernelRelink implements Relinked {
    /** The longest call instruction. */
    private static final int CALL = 8;

    private final Layout layout;
    private final ElfFile kernel;
    private final CallSites calls;
    private final Map<String, List<Integer>> rows = new HashMap<>();

    private KernelRelink(Layout layout, ElfFile kernel) {
        this.layout = layout;
        this.kernel = kernel;
        calls = CallSites.of(kernel.header());
        Rows symbols = layout.symbols();
        for (int row = 0; row < symbols.count(); row++) {
            rows.computeIfAbsent(symbols.name(row), _ -> new ArrayList<>(1)).add(row);
        }
    }

    /**
     * Reads a kernel.
     *
     * @param file the kernel
     * @param kit its kit, or null
     * @param progress told of one phase
     * @return the kernel, whose file is closed
     */
    static KernelRelink read(Path file, LoadedKit kit, Progress progress) throws EngineException {
        Layout layout = Layout.read(file, kit, null, progress);
        try {
            return new KernelRelink(layout, ElfFile.of(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    Layout layout() {
        return layout;
    }

    @Override
    public String title() {
        return layout.kernel().toString();
    }

    @Override
    public boolean holds(long address) {
        int last = layout.sections().count() - 1;
        return last >= 0
                && Long.compareUnsigned(address, layout.sections().address(0)) >= 0
                && Long.compareUnsigned(address, layout.sections().end(last)) < 0;
    }

    @Override
    public Spot at(long address) {
        int section = layout.sections().at(address);
        if (section < 0) {
            return holds(address) ? new Spot(Area.FILL, null, -1, 0, null, 0) : null;
        }
        Rows objects = layout.objects();
        int piece = objects.at(address);
        Rows symbols = layout.symbols();
        int symbol = symbols.at(address);
        String name = symbol < 0 ? null : symbols.name(symbol);
        long offset = symbol < 0 ? 0 : address - symbols.address(symbol);
        Area area = area(address, section, piece, symbol);
        if (piece < 0
                || objects.kind(piece) == Kind.FILL
                || objects.object(piece).isEmpty()) {
            String owner = symbol < 0 || symbols.object(symbol).isEmpty() ? null : symbols.object(symbol);
            return new Spot(area, owner, -1, 0, name, offset);
        }
        int source = objects.source(piece);
        int index = source < 0 ? -1 : layout.places().sectionIndex(source);
        return new Spot(area, objects.object(piece), index, address - objects.address(piece), name, offset);
    }

    private Area area(long address, int section, int piece, int symbol) {
        boolean executable = isExecutable(section);
        Kind kind = piece < 0 ? null : layout.objects().kind(piece);
        if (executable && layout.endboot() != -1 && Long.compareUnsigned(address, layout.endboot()) < 0) {
            return Area.STARTUP;
        }
        if (kind == Kind.GAP) {
            return Area.GAP;
        }
        boolean filled = kind == Kind.FILL || kind == null && layout.isComplete();
        if (filled && symbol < 0) {
            return Area.FILL;
        }
        return executable ? Area.CODE : Area.DATA;
    }

    private boolean isExecutable(int section) {
        int index = layout.sections().sectionIndex(section);
        boolean headers = layout.sectionTable().count() > 0;
        return headers
                ? layout.sectionTable().isExecutable(index)
                : (layout.segments().flags(index) & Elf.PF_X) != 0;
    }

    @Override
    public long[] addresses(String symbol, long offset) {
        return rows.getOrDefault(symbol, List.of()).stream()
                .filter(row -> reaches(row, offset))
                .mapToLong(row -> layout.symbols().address(row) + offset)
                .toArray();
    }

    /** An offset means a symbol up to its end; one without a size, up to the next. */
    private boolean reaches(int row, long offset) {
        Rows symbols = layout.symbols();
        long address = symbols.address(row);
        int next = row + 1;
        while (next < symbols.count() && symbols.address(next) == address) {
            next++;
        }
        boolean last = next == symbols.count() || symbols.sectionIndex(next) != symbols.sectionIndex(row);
        int section = layout.sections().at(address);
        long room = !last
                ? symbols.address(next) - address
                : section < 0 ? 0 : layout.sections().end(section) - address;
        return Long.compareUnsigned(offset, Math.max(room, symbols.size(row))) <= 0;
    }

    @Override
    public boolean knowsCalls() {
        return calls.isKnown();
    }

    @Override
    public boolean followsCall(long address) throws EngineException {
        int section = layout.sections().at(address - 1);
        if (section < 0 || !isExecutable(section)) {
            return false;
        }
        long room = address - layout.sections().address(section);
        int before = (int) Math.min(CALL, room);
        byte[] bytes = kernel.loaded(address - before, before);
        return bytes.length == before && calls.endsAt(bytes, before);
    }

    @Override
    public boolean knowsStrings(long address) {
        return layout.sections().at(address) >= 0;
    }

    @Override
    public String string(long address) throws EngineException {
        return Strings.loaded(kernel, address);
    }
}
