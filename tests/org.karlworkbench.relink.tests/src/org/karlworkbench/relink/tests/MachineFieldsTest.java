package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.RelinkResult;

/**
 * Every kind of field of a machine, in objects of random lines: for the same draw a witness writes the same bytes, and
 * every one is explained.
 */
class MachineFieldsTest {
    private static final int OBJECTS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void writesWhatTheWitnessWrites(MachineLines machine) throws Exception {
        int rounds = 2 * Integer.getInteger("karl.rounds", 1);
        for (int round = 0; round < rounds; round++) {
            LoadedKit kit = kit(machine, new Random(round), folder.resolve("kit" + round));
            RelinkResult result = Runs.relink(kit, "builtin", round, folder.resolve("builtin"));
            assertEquals(0, result.account().unexplainedBytes(), machine + " " + round);
            assertEquals(0, result.account().relocationsNotRecomputed(), machine + " " + round);
            Runs.relink(kit, machine.witness(), round, folder.resolve("theirs"));
            SameLoad.compare(
                    folder.resolve("builtin"), folder.resolve("theirs"), machine.made(), machine + " " + round);
        }
    }

    private static LoadedKit kit(MachineLines machine, Random random, Path folder) throws Exception {
        AssembledKit kit = new AssembledKit(folder, machine.kit(), machine.assembler());
        for (int object = 0; object < OBJECTS; object++) {
            kit.object("o" + object + ".o", source(machine, random, object));
        }
        return kit.load();
    }

    /** Defines functions, data, thread-local data and a number, and refers to those of all objects. */
    private static String source(MachineLines machine, Random random, int object) {
        StringBuilder text = new StringBuilder(machine.definitions().replace("~", String.valueOf(object)));
        text.append("\n.globl n%1$d, s%1$d\nn%1$d = %2$d\ns%1$d = %3$d\n"
                .formatted(object, random.nextInt(1 << 20), 4 * random.nextInt(1 << 10)));
        lines(text, ".text", machine.code(), object, random);
        lines(text, ".data", machine.data(), object, random);
        return text.toString();
    }

    private static void lines(StringBuilder text, String section, List<String> lines, int object, Random random) {
        text.append(section).append('\n');
        for (int i = 0; i < 3 * lines.size(); i++) {
            String line = lines.get(random.nextInt(lines.size()));
            text.append(line.replace("~", String.valueOf(random.nextInt(OBJECTS)))
                            .replace("^", object + "_" + i)
                            .replace("%%", String.valueOf(random.nextInt(16) * 8)))
                    .append('\n');
        }
    }
}
