package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.script.ScriptChecker;

/**
 * Looks for commands in a kit's linker script that reach out of the kit: that read a file which is not in it, name
 * another output, or look for files elsewhere. A file of the kit may be read in if it is clean itself.
 */
public final class ScriptGuard {
    private ScriptGuard() {}

    /**
     * Checks a script. An empty one is clean.
     *
     * @param script the script, a file in the kit's folder
     * @param kit the kit's folder
     * @return what is refused, in the order of the lines; empty if the script is clean
     * @throws EngineException code {@code io} if a file cannot be read
     */
    public static List<ScriptProblem> check(Path script, Path kit) throws EngineException {
        Path folder = real(kit);
        Path name = kit.toAbsolutePath().normalize();
        Path file = script.toAbsolutePath().normalize();
        Path inside = file.startsWith(name) ? folder.resolve(name.relativize(file)) : file;
        return ScriptChecker.check(inside, folder).stream()
                .map(problem -> new ScriptProblem(problem.file(), problem.line(), problem.command(), problem.reason()))
                .toList();
    }

    private static Path real(Path kit) throws EngineException {
        try {
            return kit.toRealPath();
        } catch (IOException e) {
            throw EngineException.io(kit, e);
        }
    }
}
