package org.karlworkbench.machine.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.machine.KernelMaker;
import org.karlworkbench.machine.MadeKernel;

/** Hands out kernels that were really linked, each once and then again: linking anew at each point would take hours. */
final class PooledMaker implements KernelMaker {
    private static final int EACH = 5;

    private final Map<String, List<MadeKernel>> pool = new HashMap<>();
    private final Map<String, String> kits = new HashMap<>();
    private int next;

    /** Links all kernels of these kits. */
    PooledMaker(Path folder, String... names) throws Exception {
        for (String name : names) {
            try (KitSource source = KitSource.open(Demo.kit(name), null, Progress.NONE)) {
                LoadedKit kit = LoadedKit.read(source, Progress.NONE);
                List<MadeKernel> made = new ArrayList<>();
                for (int i = 0; i <= EACH; i++) {
                    Path own = Files.createDirectories(folder.resolve(name + i));
                    MadeKernel kernel = Demo.maker().make(kit, i == 0 ? Kind.SHIPPED : Kind.UNIQUE, own, Progress.NONE);
                    made.add(kernel);
                    kits.put(kernel.sha256(), name);
                }
                pool.put(name, made);
            }
        }
    }

    /** The kit of a kernel by its digest; null for one that nobody linked. */
    String kitOf(String sha256) {
        return kits.get(sha256);
    }

    /** A kernel that is linked and on no machine. */
    Path spare(String kit) {
        return pool.get(kit).getLast().file();
    }

    @Override
    public synchronized MadeKernel make(LoadedKit kit, Kind kind, Path folder, Progress progress)
            throws EngineException {
        List<MadeKernel> made = pool.get(kit.name());
        MadeKernel kernel = made.get(kind == Kind.SHIPPED ? 0 : 1 + next++ % (EACH - 1));
        try {
            Path file = Files.copy(kernel.file(), folder.resolve("bsd"));
            Path entry = LedgerFiles.beside(file);
            Files.copy(kernel.entry(), entry);
            Files.copy(LedgerFiles.placesOf(kernel.entry()), LedgerFiles.placesOf(entry));
            return new MadeKernel(file, kernel.sha256(), entry);
        } catch (IOException e) {
            throw EngineException.io(folder, e);
        }
    }
}
