package org.karlworkbench.ui.items;

import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kernel.MeasuredStartup;
import org.karlworkbench.ui.kernel.StartupWords;

/**
 * A kernel as a whole, as its editor shows it.
 *
 * @param layout where everything in it lies
 */
public record KernelItem(Layout layout) implements Item {
    @Override
    public String label() {
        return layout.kernel().getFileName().toString();
    }

    @Override
    public String icon() {
        return "kernel";
    }

    @Override
    public Facts facts() {
        boolean little = layout.header().order() == ByteOrder.LITTLE_ENDIAN;
        Facts facts = new Facts()
                .in("Kernel")
                .add("File", layout.kernel().toString())
                .add("Size", Formats.bytes(layout.fileSize()))
                .add(
                        "Format",
                        (layout.header().is64() ? "ELF64" : "ELF32") + (little ? ", little" : ", big") + "-endian")
                .add(
                        "Architecture",
                        layout.architecture().map(Architecture::name).orElse(""))
                .add("Entry", Formats.hex(layout.header().entry()))
                .add("endboot", layout.endboot() == -1 ? "" : Formats.hex(layout.endboot()))
                .add("Symbols", Formats.count(layout.symbols().count()))
                .add("Problems", String.join("; ", layout.problems()))
                .in("Gaps");
        for (GapName gap : GapName.values()) {
            OptionalLong size = layout.gap(gap);
            facts.add(gap.label(), size.isPresent() ? Formats.bytes(size.getAsLong()) : "");
        }
        layout.startup().ifPresent(range -> startup(facts, range));
        layout.entry().ifPresent(entry -> ledger(facts, entry));
        return facts;
    }

    private void startup(Facts facts, StartupRange range) {
        facts.in("Startup code")
                .add("Pages", StartupWords.pages(range))
                .add("Readable after boot", StartupWords.readable(range))
                .add(
                        "In the last run",
                        MeasuredStartup.of(layout.kernel())
                                .map(StartupWords::measured)
                                .orElse("not run yet: choose Run Kernel"));
    }

    private static void ledger(Facts facts, LedgerEntry entry) {
        facts.in("Ledger")
                .add("Kit", entry.getKitName())
                .add("Kit digest", entry.getKitDigest())
                .add("Digest (SHA-256)", entry.getSha256())
                .add("Linker", Formats.linker(entry.getLinker(), entry.getLinkerVersion()))
                .add("Linked", Formats.time(entry.getStarted()))
                .add("Took", Formats.millis(entry.getMillis()))
                .add("Recipe", entry.getRecipe().getName())
                .add("Dropped flags", String.join(" ", entry.getDropped()))
                .add("Note", entry.getNote());
    }
}
