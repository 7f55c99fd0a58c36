package org.karlworkbench.relink.tests;

import com.google.gson.Gson;
import java.io.File;
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
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.verify.Accounting;
import org.tukaani.xz.XZInputStream;

/** A relink in a virtual machine of its own, on a plain class path. */
final class Forked {
    private Forked() {}

    /** Arguments: kit, linker's name, linker's program, kernel, perhaps the ledger's folder. Prints {@code done}, or the code and the line. */
    public static void main(String[] arguments) throws Exception {
        try {
            LoadedKit kit = Kits.load(Path.of(arguments[0]));
            LinkerTool tool = new LinkerTool(arguments[1], Path.of(arguments[2]), "binutils");
            Path ledger = arguments.length > 4 ? Path.of(arguments[4]) : null;
            Relink.run(
                    new RelinkRequest(kit, Runs.recipe(), Runs.seed(2), Path.of(arguments[3]), ledger, tool, null),
                    Progress.NONE);
            System.out.println("done");
        } catch (EngineException e) {
            System.out.println(e.code() + " " + e.line());
            System.exit(3);
        }
    }

    /** The command line that relinks. */
    static List<String> command(Path kit, LinkerTool tool, Path kernel) {
        String classPath = Stream.of(
                        Forked.class,
                        EngineException.class,
                        LoadedKit.class,
                        KitFactory.class,
                        Places.class,
                        Accounting.class,
                        Relink.class,
                        EObject.class,
                        EList.class,
                        XMLResource.class,
                        Gson.class,
                        XZInputStream.class,
                        org.junit.jupiter.api.Assertions.class)
                .map(Forked::source)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Forked.class.getName()));
        command.addAll(List.of(kit.toString(), tool.name(), tool.path().toString(), kernel.toString()));
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
