package org.karlworkbench.relink;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Translation;

/**
 * One call of a linker for a kernel, in the kit's folder with names relative to it, so that no path of this machine
 * gets into the kernel.
 */
final class KernelLink {
    private static final String KERNEL = "kernel";

    private final LoadedKit kit;
    private final Preparation prepared;
    private final Staging staging;
    private final LinkScript script;
    private final List<String> order;
    private final Path gap;

    /**
     * A link that has not begun.
     *
     * @param kit the kit
     * @param prepared linker, flags and limits
     * @param staging where the kernel goes
     * @param script the script as the linker gets it
     * @param order all objects in link order, the gap among them
     * @param gap the gap's file, or null
     */
    KernelLink(LoadedKit kit, Preparation prepared, Staging staging, LinkScript script, List<String> order, Path gap) {
        this.kit = kit;
        this.prepared = prepared;
        this.staging = staging;
        this.script = script;
        this.order = order;
        this.gap = gap;
    }

    /** The file that is linked. */
    Path kernel() {
        return staging.file(KERNEL);
    }

    /** The flags as a linker would get them for a kit; folders in the kit are relative to it. */
    static List<String> flags(LoadedKit kit, LinkerDriver driver, Translation flags) {
        List<String> command = driver.kernelCommand(flags.args(), flags.script(), List.of(), Path.of(KERNEL));
        List<String> words = new ArrayList<>(command.subList(1, command.size()));
        words.removeAll(List.of("-Map=-", "-o", KERNEL));
        words.replaceAll(word -> word.startsWith("/") ? inKit(kit, word) : word);
        return words;
    }

    private static String inKit(LoadedKit kit, String folder) {
        Path relative = kit.folder().toAbsolutePath().relativize(Path.of(folder));
        return relative.toString().isEmpty() ? "." : relative.toString();
    }

    /**
     * Links.
     *
     * @param progress told the linker's words, asked for cancel
     * @return the linker's map
     * @throws EngineException when it fails, does not end, or writes no kernel
     */
    LinkMap run(Progress progress) throws EngineException {
        LinkerDriver driver = Preparation.driver(kit, prepared.tool());
        Map<String, Path> elsewhere = Inputs.members(kit, staging.folder());
        if (gap != null) {
            elsewhere.put(GapObject.NAME, gap);
        }
        List<String> inputs = Inputs.arguments(order, elsewhere, staging.folder());
        List<String> command = driver.kernelCommand(prepared.flags().args(), script.argument(), inputs, kernel());
        ChildProcess child = new ChildProcess(kit.folder(), staging.folder(), prepared.limits(), progress)
                .wording(this::inKitsNames);
        MapReader reader = driver.mapReader();
        ChildResult result = child.run(command, reader);
        if (!result.ok()) {
            throw failure(result);
        }
        if (!Files.isRegularFile(kernel(), LinkOption.NOFOLLOW_LINKS)) {
            throw wrong("ended well and wrote no kernel", null);
        }
        try {
            return reader.end();
        } catch (MapException e) {
            throw wrong("wrote a map that cannot be read: " + e.getMessage(), e);
        }
    }

    private EngineException failure(ChildResult result) throws EngineException {
        return new LinkerFailure(prepared.tool(), "the kernel", prepared.limits())
                .dropped(prepared.flags().dropped())
                .asserts(script.asserts(kit.folder()))
                .of(result);
    }

    /** A line of the linker's that speaks of the kit's files, and not of our copies of them. */
    private String inKitsNames(String line) {
        String named = script.name() == null ? line : line.replace(script.argument(), script.name());
        return named.replace(staging.folder() + "/", "");
    }

    private EngineException wrong(String problem, Exception cause) {
        return new EngineException(
                "bad-kernel", prepared.tool().path().toString(), null, problem, "use another linker or version", cause);
    }
}
