package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Machine;

/** A machine that is to fail: with one clear line, and with nothing lost. */
abstract class FailingMachine {
    @TempDir
    Path folder;

    Path root;
    Machine machine;

    @BeforeEach
    void make() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        machine = Demo.machine(root, new QuietDisk(), Demo.maker());
    }

    EngineException fails(String code, Behaviour behaviour) throws Exception {
        Map<String, String> before = files();
        EngineException problem = assertThrows(EngineException.class, () -> Demo.run(machine, behaviour));
        assertEquals(code, problem.code(), problem.line());
        assertEquals(1, problem.line().lines().count());
        assertEquals(before, files(), "something was lost");
        return problem;
    }

    /** All files but ours and what was booted, with their digests. */
    private Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.contains("/karl/") && !name.endsWith("relink.log") && !name.endsWith(".booted")) {
                    files.put(name, Demo.sha256(file));
                }
            }
        }
        return files;
    }

    void install() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
    }
}
