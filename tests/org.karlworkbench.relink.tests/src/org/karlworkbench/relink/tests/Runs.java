package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** Relinks in few words, and what lies in a folder. */
public final class Runs {
    private Runs() {}

    /** A seed from a number, so that a failing test can be repeated. */
    static Seed seed(int number) {
        return Seed.parse(String.format("%064x", number));
    }

    static Recipe recipe() {
        return KitFactory.eINSTANCE.createRecipe();
    }

    static LinkerTool tool(LoadedKit kit, String linker) {
        return LinkerTools.find(kit.architecture(), linker)
                .orElseThrow(() -> new AssertionError(linker + " is missing: install binutils and lld"));
    }

    /** Relinks a kit into a kernel. */
    public static RelinkResult relink(LoadedKit kit, String linker, int seed, Path kernel) throws EngineException {
        return Relink.run(
                new RelinkRequest(kit, recipe(), seed(seed), kernel, null, tool(kit, linker), null), Progress.NONE);
    }

    static EngineException fails(LoadedKit kit, LinkerTool tool, Path kernel) {
        RelinkRequest request = new RelinkRequest(kit, recipe(), seed(1), kernel, null, tool, null);
        return assertThrows(EngineException.class, () -> Relink.run(request, Progress.NONE));
    }

    /** Every file and folder below a folder, with mode, kind and digest: equal if nothing was touched. */
    static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
            for (Path file : files.toList()) {
                String mode =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
                String content = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? sha256(file) : "";
                snapshot.put(folder.relativize(file).toString(), mode + " " + content);
            }
        }
        return snapshot;
    }

    static String sha256(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
