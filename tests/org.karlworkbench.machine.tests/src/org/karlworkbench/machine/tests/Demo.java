package org.karlworkbench.machine.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.KernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;
import org.karlworkbench.machine.Outcome;
import org.karlworkbench.machine.disk.Disk;
import org.karlworkbench.machine.disk.RealDisk;
import org.karlworkbench.relink.KernelFile;

/** Machines of the demo kernels' kits, which the build compiles. */
final class Demo {
    /** The kit of the base set. */
    static final String OLD = "demo-amd64";

    /** The kit of a later base set: other objects under another name. */
    static final String NEW = "demo-amd64-sections";

    private Demo() {}

    static Path kit(String name) {
        return Path.of(System.getProperty("org.karlworkbench.samples"), name);
    }

    static int rounds() {
        return Integer.getInteger("karl.rounds", 1);
    }

    /** The relink of this workbench, by the built-in linker. */
    static KernelMaker maker() {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setLinker("builtin");
        return new EngineKernelMaker(recipe);
    }

    static Machine machine(Path root) {
        return machine(root, new RealDisk(), maker());
    }

    static Machine machine(Path root, Disk disk, KernelMaker maker) {
        return new Machine(root, new MachineTools(disk, maker, InstantSource.system()));
    }

    static Outcome run(Machine machine, Behaviour behaviour) throws EngineException {
        return machine.plan(behaviour).run(Progress.NONE);
    }

    static Behaviour install(String... kits) {
        return new Behaviour.Install(base(kits));
    }

    static Behaviour upgrade(String... kits) {
        return new Behaviour.Upgrade(base(kits));
    }

    private static Behaviour.Base base(String... kits) {
        return new Behaviour.Base(Stream.of(kits).map(Demo::kit).toList(), null, null);
    }

    static Behaviour makeInstall(String kit) {
        return new Behaviour.MakeInstall(kit(kit), null, null);
    }

    static String sha256(Path file) throws EngineException {
        return Files.exists(file) ? KernelFile.sha256(file) : null;
    }

    /** Names below a root that a run leaves only when it is stopped. */
    static List<String> leftOvers(Path root) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.contains(".karl"))
                    .toList();
        }
    }
}
