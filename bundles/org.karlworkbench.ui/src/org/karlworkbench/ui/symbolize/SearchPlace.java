package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.debug.KernelOrigin;
import org.karlworkbench.debug.LedgerOrigin;
import org.karlworkbench.debug.Origin;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;

/** Among what the relink is searched from which a trace comes. */
sealed interface SearchPlace {
    /** What it is called. */
    String title();

    /**
     * Reads it. Not for the UI thread.
     *
     * @param unread takes what could not be read and is not searched, a line each
     * @param progress told of the reading; asked for cancel
     * @return what has to be closed
     * @throws EngineException when nothing of it can be read
     */
    Origin open(Consumer<String> unread, Progress progress) throws EngineException;

    /**
     * The relinks of kits.
     *
     * @param title what they are called together
     * @param kits the kits' files
     */
    record OfKits(String title, List<IFile> kits) implements SearchPlace {
        /** Copies the list. */
        public OfKits {
            kits = List.copyOf(kits);
        }

        @Override
        public Origin open(Consumer<String> unread, Progress progress) throws EngineException {
            List<Path> ledgers = new ArrayList<>();
            List<LoadedKit> loaded = new ArrayList<>();
            for (IFile each : kits) {
                try {
                    loaded.add(Kits.get().read(each, progress));
                    ledgers.addAll(RelinkFolder.ledgers(each));
                } catch (EngineException e) {
                    if (kits.size() == 1) {
                        throw e;
                    }
                    unread.accept(KitFile.name(each) + ": " + e.line());
                }
            }
            return new LedgerOrigin(ledgers, loaded);
        }
    }

    /**
     * One kernel.
     *
     * @param kernel its file
     */
    record OfKernel(Path kernel) implements SearchPlace {
        @Override
        public String title() {
            return "Kernel " + kernel.getFileName();
        }

        @Override
        public Origin open(Consumer<String> unread, Progress progress) throws EngineException {
            return new KernelOrigin(
                    kernel, LayoutSource.readWithKit(kernel, progress).kit(), progress);
        }
    }
}
