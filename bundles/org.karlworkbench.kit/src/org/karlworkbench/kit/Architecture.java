package org.karlworkbench.kit;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * One row of the catalogue of architectures (KARL.md table B2). Plain data, not EMF: nobody edits an architecture, and
 * {@code karl arch} has to start without loading a modelling framework.
 *
 * @param name OpenBSD's name of the architecture, such as {@code amd64}
 * @param machine {@code e_machine} of its objects (ELF gABI, ELF header)
 * @param bits 32 or 64, the ELF class
 * @param order the byte order of its objects
 * @param page the page size of the target in bytes, a power of two
 * @param otherPage the page size of kernels with one of {@code otherPageOptions}, or {@code page}
 * @param otherPageOptions parts of the names of kernel options that make the page another size
 * @param pad the 32-bit word that fills gaps, 0 to 2^32-1, or -1 for an architecture that never had gaps
 * @param padInstruction what {@code pad} decodes to
 * @param startup what happens to the startup code after boot
 * @param trashWord the word that overwrites it, or -1 where it is not trashed
 * @param head the objects that stay first, without {@code gap.o}
 * @param tail the objects that stay last
 * @param flags LINKFLAGS where a kit's Makefile is silent, as the original spells them
 * @param textBase the address of the first byte of the kernel's text segment, unsigned
 * @param entry the entry symbol
 * @param gapDummy whether the original's gap recipe uses a dummy object
 * @param baseLinker the linker of the base system, {@code ld} or {@code lld}
 * @param emulations the names of the linker emulation
 * @param gnuFlags flags that GNU ld gets besides the kit's own, so that it changes no instructions
 * @param tools prefix of the GNU tools' names, such as {@code aarch64-linux-gnu}, empty where there is no linker
 * @param toolsPackage the Debian package with the GNU linker, empty where there is none
 * @param emulator QEMU's program, empty where there is none
 * @param emulatorPackage the Debian package with it, empty where there is none
 */
public record Architecture(
        String name,
        int machine,
        int bits,
        ByteOrder order,
        int page,
        int otherPage,
        List<String> otherPageOptions,
        long pad,
        String padInstruction,
        Startup startup,
        long trashWord,
        List<String> head,
        List<String> tail,
        List<String> flags,
        long textBase,
        String entry,
        boolean gapDummy,
        String baseLinker,
        Emulations emulations,
        List<String> gnuFlags,
        String tools,
        String toolsPackage,
        String emulator,
        String emulatorPackage) {

    /**
     * How each linker calls the emulation of this architecture.
     *
     * @param openBsd the name in OpenBSD's GNU ld, empty where it has none
     * @param gnu the name in GNU binutils, empty where they cannot link it
     * @param lld the name in lld, empty where lld cannot link it
     */
    public record Emulations(String openBsd, String gnu, String lld) {}

    /**
     * The page size of a kernel with these options.
     *
     * @param options the kernel's options, such as {@code CPU_R5000}
     * @return bytes, a power of two
     */
    public int page(List<String> options) {
        boolean other =
                options.stream().anyMatch(option -> otherPageOptions.stream().anyMatch(option::contains));
        return other ? otherPage : page;
    }

    /**
     * Whether kernels of this architecture are linked with a gap and in random order.
     *
     * @return false for socppc only
     */
    public boolean randomized() {
        return pad >= 0;
    }

    /**
     * The byte order in words.
     *
     * @return {@code little} or {@code big}
     */
    public String endian() {
        return order == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
    }

    /**
     * The name of the emulation for a linker.
     *
     * @param linker {@code ld} or {@code lld}
     * @return the argument of {@code -m}, or empty when that linker cannot link this architecture
     */
    public Optional<String> emulation(String linker) {
        String name = linker.equals("lld") ? emulations.lld() : emulations.gnu();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
