package org.karlworkbench.machine.tests;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.layout.Places;
import org.karlworkbench.linker.Template;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.KernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.disk.RealDisk;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.verify.Accounting;
import org.tukaani.xz.XZInputStream;

/** A run in a process of its own, on a plain class path. */
final class Child {
    /** Where such processes work: a path in which no socket has room (sun_path of unix(7)), as deep folders are. */
    static final Path WORK = Path.of(System.getProperty("java.io.tmpdir"), "child".repeat(24));

    private Child() {}

    /**
     * Arguments: {@code boots}, {@code recorded}, {@code runs} or {@code slow}, and the root. {@code boots} boots again and again until
     * it is ended; {@code recorded} takes a machine through its life and prints each operation on its disk; {@code runs}
     * runs a kernel that loops, and tells when it has said something; {@code slow}
     * boots, and links only when its standard input ends.
     */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "boots" -> boots(root);
            case "recorded" -> recorded(root);
            case "runs" -> runs(root);
            default -> slow(root);
        }
    }

    private static void boots(Path root) throws EngineException {
        Machine machine = Demo.machine(root);
        for (int i = 0; ; i++) {
            System.out.println("boot " + i);
            Demo.run(machine, i % 4 == 3 ? Demo.makeInstall(Demo.OLD) : new Behaviour.Boot());
        }
    }

    private static void recorded(Path root) throws Exception {
        RecordedDisk disk = new RecordedDisk(root, new RealDisk(), op -> System.out.println(op.line()));
        Machine machine = Demo.machine(root, disk, Demo.maker());
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        Demo.run(machine, Demo.makeInstall(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        Demo.run(machine, Demo.upgrade(Demo.NEW));
        Demo.run(machine, new Behaviour.CopyKernel(root.resolve("obsd")));
        Demo.run(machine, new Behaviour.Boot());
        Demo.run(machine, new Behaviour.Reengage());
    }

    private static void runs(Path root) throws EngineException {
        RunListener listener = new RunListener() {
            @Override
            public void serial(String text) {
                System.out.println("talks");
            }

            @Override
            public void stopped(String symbol, long address, Path socket) {}

            @Override
            public void booted(StartupState startup) {}
        };
        RunRequest request = RunRequest.of(root.resolve("bsd")).withArguments("loop");
        new EmulatorRun(request, listener).run(Progress.NONE);
    }

    private static void slow(Path root) throws EngineException {
        KernelMaker maker = (kit, kind, work, progress) -> {
            System.out.println("linking");
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                throw EngineException.io(work, e);
            }
            return Demo.maker().make(kit, kind, work, progress);
        };
        Demo.run(Demo.machine(root, new RealDisk(), maker), new Behaviour.Boot());
    }

    /** The command line of such a process. */
    static List<String> command(String what, Path root) {
        String classPath = Stream.of(
                        Child.class,
                        Machine.class,
                        EngineException.class,
                        LoadedKit.class,
                        KitFactory.class,
                        Places.class,
                        Accounting.class,
                        Template.class,
                        Relink.class,
                        EObject.class,
                        EList.class,
                        XMLResource.class,
                        Gson.class,
                        XZInputStream.class)
                .map(Child::source)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.add("-Dorg.karlworkbench.samples=" + Demo.kit(".").normalize());
        command.add("-Djava.io.tmpdir=" + WORK);
        command.addAll(List.of(Child.class.getName(), what, root.toString()));
        return command;
    }

    /** The jar or folder of a class; a bundle that was not packed yet has its classes in a folder below its own. */
    private static String source(Class<?> type) {
        File source = new File(
                type.getProtectionDomain().getCodeSource().getLocation().getPath());
        File classes = new File(source, "target/classes");
        return (classes.isDirectory() ? classes : source).getAbsolutePath();
    }
}
