package org.karlworkbench.kit;

import java.util.Optional;
import java.util.OptionalLong;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.Symbols;

/**
 * The pages of a kernel's startup code, [kernel_text, endboot): the head and the first gap (KARL.md section C).
 *
 * @param policy what the kernel does with them after boot
 * @param first the address of the first page, unsigned
 * @param pages how many, above 0
 * @param page their size in bytes
 */
public record StartupRange(Startup policy, long first, int pages, int page) {
    /** More than a head and a gap of three pages could ever be. */
    private static final int MOST = 1 << 16;

    /**
     * The pages by a kernel's own symbols.
     *
     * @param symbols the kernel's
     * @param architecture whose kernel it is
     * @return the pages; empty if the symbols do not tell, or tell nonsense: bounds that are no page boundaries in order
     *     and near each other
     */
    public static Optional<StartupRange> of(Symbols symbols, Architecture architecture) {
        OptionalLong named = find(symbols, "kernel_text");
        OptionalLong first = named.isPresent() ? named : find(symbols, architecture.entry());
        OptionalLong limit = find(symbols, "endboot");
        if (first.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        int page = architecture.page();
        long size = limit.getAsLong() - first.getAsLong();
        if (first.getAsLong() % page != 0 || size % page != 0 || size <= 0 || size / page > MOST) {
            return Optional.empty();
        }
        return Optional.of(new StartupRange(architecture.startup(), first.getAsLong(), (int) (size / page), page));
    }

    /**
     * The pages of a kernel whose architecture is known by its header only.
     *
     * @param symbols the kernel's
     * @param header the kernel's
     * @return as {@link #of(Symbols, Architecture)}; empty too for a machine that is not known
     */
    public static Optional<StartupRange> of(Symbols symbols, ElfHeader header) {
        return Architectures.of(header.machine(), header.bits(), header.order(), null)
                .flatMap(architecture -> of(symbols, architecture));
    }

    private static OptionalLong find(Symbols symbols, String name) {
        int symbol = symbols.find(name);
        return symbol < 0 ? OptionalLong.empty() : OptionalLong.of(symbols.value(symbol));
    }

    /**
     * The address of a page.
     *
     * @param i its number, from 0
     */
    public long page(int i) {
        return first + (long) i * page;
    }

    /** The address of {@code endboot}, the first byte that stays. */
    public long limit() {
        return page(pages);
    }

    /**
     * Whether an address lies in the startup code.
     *
     * @param address any address, unsigned
     */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - first, limit() - first) < 0;
    }
}
