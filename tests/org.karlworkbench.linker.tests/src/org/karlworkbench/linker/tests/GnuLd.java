package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.karlworkbench.elf.ElfFile;

/** GNU ld as a witness of what a script says. */
final class GnuLd {
    private GnuLd() {}

    /** Links the script itself, as bytes without a meaning, by the script. */
    static ElfFile link(Path folder, String script) throws Exception {
        Files.writeString(folder.resolve("witness.script"), script);
        String command =
                "ld -m elf_x86_64 -T witness.script -b binary witness.script --oformat elf64-x86-64 -o witness";
        Process ld = new ProcessBuilder(command.split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(ld.getInputStream().readAllBytes());
        assertEquals(0, ld.waitFor(), words);
        return ElfFile.open(folder.resolve("witness"));
    }
}
