package org.karlworkbench.cli.tests;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.cli.Karl;
import org.karlworkbench.cli.Main;
import org.karlworkbench.kit.LoadedKit;

/** The command in a process of its own: what signals and the environment do to it. */
final class KarlProcess {
    private static final List<String> OF_CLI = List.of(
            "org.karlworkbench.elf.Elf",
            "org.karlworkbench.kit.LoadedKit",
            "org.karlworkbench.linker.BuiltInLinker",
            "org.karlworkbench.layout.Layout",
            "org.karlworkbench.code.Disassembler",
            "org.karlworkbench.verify.Accounting",
            "org.karlworkbench.relink.Relink",
            "org.karlworkbench.compare.Comparison",
            "org.karlworkbench.machine.emulator.EmulatorRun",
            "org.karlworkbench.debug.Symbolizer",
            "picocli.CommandLine",
            "com.google.gson.Gson");
    private static final List<String> OF_KIT = List.of(
            "org.karlworkbench.kit.model.Recipe",
            "org.eclipse.emf.ecore.EObject",
            "org.eclipse.emf.common.util.EList",
            "org.eclipse.emf.ecore.xmi.XMLResource",
            "org.tukaani.xz.XZInputStream");

    private KarlProcess() {}

    /** Signals may be ignored where the tests run, which a child would inherit. */
    static List<String> command(Object... words) throws Exception {
        List<Class<?>> classes = new ArrayList<>(List.of(Karl.class));
        for (String name : OF_CLI) {
            classes.add(Karl.class.getClassLoader().loadClass(name));
        }
        for (String name : OF_KIT) {
            classes.add(LoadedKit.class.getClassLoader().loadClass(name));
        }
        String classPath =
                classes.stream().map(KarlProcess::source).distinct().collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal", java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.add(Main.class.getName());
        Stream.of(words).map(Object::toString).forEach(command::add);
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
