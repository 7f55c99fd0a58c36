package org.karlworkbench.ui.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A symbol as {@code nm} of the binutils tells it: what the workbench shows is compared with it.
 *
 * @param address the symbol's value
 * @param type the letter for its kind
 * @param name its name
 */
record Nm(long address, char type, String name) {

    /** All symbols of a file that are defined. */
    static List<Nm> of(Path file) {
        List<Nm> symbols = new ArrayList<>();
        for (String line : Tool.run(60, List.of("nm", "-n", "--defined-only", file.toString()))
                .lines()
                .toList()) {
            String[] words = line.split(" ", 3);
            symbols.add(new Nm(Long.parseUnsignedLong(words[0], 16), words[1].charAt(0), words[2]));
        }
        return symbols;
    }
}
