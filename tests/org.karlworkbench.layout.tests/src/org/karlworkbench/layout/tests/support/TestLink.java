package org.karlworkbench.layout.tests.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;

/**
 * A kernel that GNU ld or lld linked from a test kit in a shuffled order.
 *
 * @param kernel the kernel
 * @param map the linker's map
 * @param order all objects as the linker got them
 * @param gap the gap
 * @param places what the map says
 */
public record TestLink(Path kernel, Path map, List<String> order, ObjectFile gap, Places places) {
    /** Links a kit into a new file. */
    public static TestLink link(LoadedKit kit, ObjectFile gap, Path kernel, String linker, long seed, String... flags)
            throws IOException, InterruptedException, EngineException {
        List<String> body = new ArrayList<>(kit.plan().body());
        Collections.shuffle(body, new Random(seed));
        List<String> order = new ArrayList<>(kit.plan().head());
        order.add(Places.GAP);
        order.addAll(body);
        order.addAll(kit.plan().tail());
        Path map = kernel.resolveSibling(kernel.getFileName() + ".map");
        List<String> command = new ArrayList<>(List.of(linker));
        boolean lld = linker.equals("ld.lld");
        String emulation = kit.architecture().emulation(lld ? "lld" : "ld").orElseThrow();
        command.addAll(List.of("-m", emulation, "-T", "ld.script"));
        command.addAll(List.of("-z", "noexecstack", "-z", "norelro", "--unresolved-symbols=ignore-all"));
        command.addAll(List.of("--allow-multiple-definition", "-Map=" + map, "-o", kernel.toString()));
        command.addAll(lld ? List.of("--no-mmap-output-file") : List.of("--no-warn-rwx-segments"));
        command.addAll(Arrays.asList(flags));
        for (String object : order) {
            command.add(object.equals(Places.GAP) ? gap.path().toString() : object);
        }
        Tools.run(kit.folder(), command);
        try (ElfFile file = ElfFile.open(kernel)) {
            Places places = new MapReader(kit, gap, file.sections()).read(map, lld);
            return new TestLink(kernel, map, order, gap, places);
        }
    }
}
