package org.karlworkbench.ui.noise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.Opener;

/** Leads from a feature of layouts to what it is about: on the map of the kit's newest relink, else among the kit's objects. */
final class FeatureOpener {
    private static final String GAP = "gap ";
    private static final String PLACE = "place ";
    private static final String LINE = "line ";
    private static final String OF = " of ";

    private final IWorkbenchPage page;
    private final Reading reading;
    private final Consumer<String> failed;

    FeatureOpener(IWorkbenchPage page, Reading reading, Consumer<String> failed) {
        this.page = page;
        this.reading = reading;
        this.failed = failed;
    }

    /**
     * Opens what a feature is about.
     *
     * @param kit the kit's file
     * @param feature its name, as the engine gives it
     */
    void open(IFile kit, String feature) {
        reading.start(
                "Looking for a Relink of " + KitFile.name(kit),
                progress -> newest(RelinkFolder.ledger(kit, progress)),
                kernel -> show(kit, kernel, feature),
                failed);
    }

    private static Optional<Path> newest(List<FiledEntry> ledger) {
        return ledger.reversed().stream()
                .filter(each -> each.isReadable() && each.kernelBytes() >= 0)
                .map(FiledEntry::kernel)
                .findFirst();
    }

    private void show(IFile kit, Optional<Path> kernel, String feature) {
        if (kernel.isPresent()) {
            KernelEditor.open(page, kernel.get(), layout -> hit(layout, feature));
        } else if (feature.startsWith(PLACE)) {
            Opener.object(page, kit, feature.substring(PLACE.length()));
        } else {
            Opener.kit(page, kit);
        }
    }

    /** Where it is in a kernel; null where that has no such thing. */
    static Hit hit(Layout layout, String feature) {
        if (feature.startsWith(GAP)) {
            Rows gaps = layout.gaps();
            int row = first(gaps, each -> gaps.name(each).equals(feature.substring(GAP.length())));
            return row < 0 ? null : new Finder(layout).at(gaps.address(row));
        }
        if (feature.startsWith(PLACE)) {
            Rows objects = layout.objects();
            int row = first(objects, each -> objects.name(each).equals(feature.substring(PLACE.length())));
            return row < 0 ? null : new Hit(Hit.Table.OBJECTS, row, objects.address(row), 0);
        }
        return feature.startsWith(LINE) ? symbol(layout.symbols(), feature.substring(LINE.length())) : null;
    }

    /** By its name, or by NAME of OBJECT where several have that name. */
    private static Hit symbol(Rows symbols, String name) {
        int row = first(
                symbols,
                each -> name.equals(symbols.name(each)) || name.equals(symbols.name(each) + OF + symbols.object(each)));
        return row < 0 ? null : new Hit(Hit.Table.SYMBOLS, row, symbols.address(row), 0);
    }

    private static int first(Rows rows, IntPredicate wanted) {
        return IntStream.range(0, rows.count()).filter(wanted).findFirst().orElse(-1);
    }
}
