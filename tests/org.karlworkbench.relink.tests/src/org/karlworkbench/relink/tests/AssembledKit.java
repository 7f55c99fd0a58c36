package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;

/** A small kit of another architecture: head, tail and script of its big kit, and what a test assembles. */
final class AssembledKit {
    private static final List<String> KEPT =
            List.of("ld.script", "locore0.o", "locore.o", "gapdummy.o", "swapgeneric.o", "vers.o");

    private final Path folder;
    private final List<String> assembler;

    /**
     * Makes the kit.
     *
     * @param folder where
     * @param big the kit of the build whose head and tail it gets
     * @param assembler the command that assembles, with its flags
     */
    AssembledKit(Path folder, String big, String... assembler) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.assembler = List.of(assembler);
        for (String name : KEPT) {
            Path file = Kits.folder(big).resolve(name);
            if (Files.exists(file)) {
                Files.copy(file, folder.resolve(name));
            }
        }
    }

    /** Assembles an object. */
    AssembledKit object(String name, String source) throws Exception {
        Path text = Files.writeString(folder.resolveSibling(name + ".s"), source);
        List<String> command = new ArrayList<>(assembler);
        command.addAll(List.of(text.toString(), "-o", folder.resolve(name).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), words);
        return this;
    }

    Path folder() {
        return folder;
    }

    LoadedKit load() throws EngineException {
        return Kits.load(folder);
    }
}
