package org.karlworkbench.machine.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.karlworkbench.kit.Architecture;

/**
 * The machine that QEMU makes for a kernel: the smallest that has a serial port. All are emulated processors, not the
 * real one, so that a run is the same everywhere.
 *
 * @param arguments QEMU's words for it
 * @param megabytes its memory
 */
record Board(List<String> arguments, int megabytes) {
    private static final List<String> MICROVM = List.of("-M", "microvm,pic=on,pit=on,rtc=on,isa-serial=on,acpi=off");
    private static final List<String> MALTA = List.of("-M", "malta", "-cpu", "MIPS64R2-generic");

    private static final Map<String, Board> BOARDS = Map.of(
            "amd64", new Board(MICROVM, 512), // the loader lies at 256 MB
            "i386", new Board(MICROVM, 64),
            "arm64", new Board(List.of("-M", "virt", "-cpu", "cortex-a57"), 64),
            "riscv64", new Board(List.of("-M", "virt", "-bios", "none"), 64),
            "octeon", new Board(MALTA, 64),
            "loongson", new Board(MALTA, 64));

    /** The board for an architecture; empty where none is known to start its kernels. */
    static Optional<Board> of(Architecture architecture) {
        return Optional.ofNullable(BOARDS.get(architecture.name()));
    }

    /** The architectures that have one, sorted by name. */
    static Stream<String> architectures() {
        return BOARDS.keySet().stream().sorted();
    }
}
