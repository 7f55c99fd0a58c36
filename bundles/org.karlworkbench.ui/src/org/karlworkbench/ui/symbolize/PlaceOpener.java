package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Spot;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kernel.KernelCopies;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.open.Opener;

/** Leads from a place of a trace to the map and the code of its kernel, and from a relink to its kernel. */
final class PlaceOpener {
    private final IWorkbenchPage page;
    private final Reading reading;
    private final Consumer<String> failed;

    PlaceOpener(IWorkbenchPage page, Reading reading, Consumer<String> failed) {
        this.page = page;
        this.reading = reading;
        this.failed = failed;
    }

    /**
     * Opens a place.
     *
     * @param place where the relink was searched
     * @param frame the place
     * @param relink the relink in which it is shown; null for the kit alone
     */
    void open(SearchPlace place, Frame frame, String relink) {
        if (frame.spot() == null) {
            return;
        }
        if (relink != null) {
            kernel(relink, layout -> hit(layout, frame));
        } else if (place instanceof SearchPlace.OfKits kits && kits.kits().size() == 1) {
            Opener.object(page, kits.kits().getFirst(), frame.spot().object());
        }
    }

    /** Opens a relink. */
    void open(String relink) {
        kernel(relink, _ -> null);
    }

    private void kernel(String relink, Function<Layout, Hit> place) {
        reading.start(
                "Fetching " + SymbolizeWords.name(relink),
                progress -> KernelCopies.kernel(Path.of(relink), progress),
                kernel -> {
                    KernelEditor.open(page, kernel, place);
                    showCode();
                },
                failed);
    }

    private void showCode() {
        try {
            page.showView(Ids.CODE_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }

    /** The symbol in its object, or what lies at the address, or else the object. */
    private static Hit hit(Layout layout, Frame frame) {
        Spot spot = frame.spot();
        if (spot.symbol() != null) {
            Rows symbols = layout.symbols();
            for (int row = 0; row < symbols.count(); row++) {
                boolean same = spot.object() == null || spot.object().equals(symbols.object(row));
                if (same && symbols.name(row).equals(spot.symbol())) {
                    return new Hit(Hit.Table.SYMBOLS, row, symbols.address(row) + spot.offset(), spot.offset());
                }
            }
        }
        if (frame.address() != 0) {
            return new Finder(layout).at(frame.address());
        }
        return new Finder(layout)
                .named(String.valueOf(spot.object())).stream().findFirst().orElse(null);
    }
}
