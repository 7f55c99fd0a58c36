package org.karlworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kernels of a wanted size: functions of one length in a row of objects. */
final class Kernels {
    private static final int OBJECTS = 200;

    private Kernels() {}

    /**
     * Makes a kernel, unless it was made before.
     *
     * @param functions how many functions it has
     * @param length of each, in bytes
     */
    static Path make(Path work, int functions, int length) throws Exception {
        Path kernel = work.resolve("bsd-" + functions + "-" + length);
        if (Files.exists(kernel)) {
            return kernel;
        }
        Path folder = Files.createDirectory(work.resolve(kernel.getFileName() + ".objects"));
        List<String> link = new ArrayList<>(List.of("ld", "-e", "f0_0", "-o", kernel.toString()));
        for (int object = 0; object < OBJECTS; object++) {
            String name = "object_" + object;
            Files.writeString(folder.resolve(name + ".s"), source(object, name, functions / OBJECTS, length));
            Run.command(folder, "as", name + ".s", "-o", name + ".o");
            link.add(name + ".o");
        }
        Run.command(folder, link.toArray(String[]::new));
        return kernel;
    }

    private static String source(int object, String name, int functions, int length) {
        StringBuilder text = new StringBuilder(".file \"" + name + ".c\"\n.text\n");
        for (int i = 0; i < functions; i++) {
            String function = "f" + object + "_" + i;
            text.append(".globl " + function + "\n.type " + function + ",@function\n");
            text.append(function + ": .fill " + length + ", 1, 0x90\n.size " + function + ", " + length + "\n");
        }
        return text.toString();
    }
}
