package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kernel with as many symbols as a test wants. */
final class BigKernel {
    private BigKernel() {}

    /** Links a kernel of nothing but small functions, name_0 and so on. */
    static Path in(Path folder, int symbols) throws IOException {
        StringBuilder source = new StringBuilder(".text\n.globl _start\n_start:\n");
        for (int i = 0; i < symbols; i++) {
            source.append(".type name_")
                    .append(i)
                    .append(",@function\nname_")
                    .append(i)
                    .append(":.skip 8\n");
            source.append(".size name_").append(i).append(",8\n");
        }
        Path assembly = Files.writeString(folder.resolve("big.s"), source);
        Path object = folder.resolve("big.o");
        Path kernel = folder.resolve("big");
        Tool.run(60, List.of("as", "-o", object.toString(), assembly.toString()));
        Tool.run(60, List.of("ld", "-o", kernel.toString(), object.toString()));
        return kernel;
    }
}
