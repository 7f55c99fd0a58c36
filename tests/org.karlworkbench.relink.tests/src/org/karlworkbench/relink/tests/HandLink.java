package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;

/** A kernel linked by the linkers' own command lines, without anything of the relink. */
final class HandLink {
    private final LoadedKit kit;
    private final String linker;
    private final List<String> flags;

    HandLink(LoadedKit kit, String linker, String... flags) {
        this.kit = kit;
        this.linker = linker;
        this.flags = Arrays.asList(flags);
    }

    Path link(List<String> order, Gaps gaps, Path kernel) throws Exception {
        Path gap = kernel.resolveSibling("gap.o");
        Files.write(
                gap,
                GapObject.bytes(
                        kit.objects().getFirst().header(),
                        kit.plan().page(),
                        (int) kit.plan().pad(),
                        gaps));
        List<String> command = new ArrayList<>(tool());
        command.addAll(List.of("-T", "ld.script", "-X", "--unresolved-symbols=ignore-all"));
        command.add("--allow-multiple-definition");
        command.addAll(flags);
        command.addAll(List.of("-o", kernel.toString()));
        command.addAll(kit.plan().head());
        command.add(gap.toString());
        command.addAll(order);
        command.addAll(kit.plan().tail());
        run(command);
        Files.delete(gap);
        return kernel;
    }

    /** Makes one object of several. */
    void join(List<String> objects, Path joined) throws Exception {
        List<String> command = new ArrayList<>(tool());
        command.addAll(List.of("-r", "--allow-multiple-definition", "-o", joined.toString()));
        command.addAll(objects);
        run(command);
    }

    private void run(List<String> command) throws Exception {
        File words = Files.createTempFile("link", ".txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(kit.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(words)
                .start();
        assertEquals(0, process.waitFor(), () -> command.getFirst() + ": " + words);
        Files.delete(words.toPath());
    }

    private List<String> tool() {
        String arch = kit.architecture().name();
        boolean lld = linker.equals("lld");
        return switch (arch) {
            case "amd64" -> List.of(lld ? "ld.lld" : "ld", "-m", "elf_x86_64");
            case "i386" -> List.of(lld ? "ld.lld" : "ld", "-m", "elf_i386");
            case "arm64" ->
                lld ? List.of("ld.lld", "-m", "aarch64elf") : List.of("aarch64-linux-gnu-ld", "-m", "aarch64linux");
            case "riscv64" ->
                lld ? List.of("ld.lld", "-m", "elf64lriscv") : List.of("riscv64-linux-gnu-ld", "-m", "elf64lriscv");
            case "alpha" -> List.of("alpha-linux-gnu-ld");
            case "armv7" -> List.of("arm-linux-gnueabihf-ld");
            case "hppa" -> List.of("hppa-linux-gnu-ld");
            case "landisk" -> List.of("sh4-linux-gnu-ld");
            case "loongson" -> List.of("mips64el-linux-gnuabi64-ld");
            case "octeon", "sgi" -> List.of("mips64-linux-gnuabi64-ld");
            case "macppc" -> List.of("powerpc-linux-gnu-ld");
            case "powerpc64" -> List.of("powerpc64-linux-gnu-ld");
            case "sparc64" -> List.of("sparc64-linux-gnu-ld");
            default -> throw new IllegalArgumentException(arch);
        };
    }
}
