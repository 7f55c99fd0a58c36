package org.karlworkbench.relink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.model.DrawnGaps;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Phase;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.model.Translation;
import org.karlworkbench.layout.Places;

/** Fills in a ledger entry, and says what its files are called. */
final class EntryMaker {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DIGEST_DIGITS = 12;

    private final LedgerEntry entry = KitFactory.eINSTANCE.createLedgerEntry();
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    EntryMaker() {
        entry.setStarted(started.toString());
    }

    /** The kit, and how its order was drawn; the seed is null where nobody knows it. */
    EntryMaker drawn(LoadedKit kit, Recipe settings, Seed seed, Draw draw) {
        entry.setKitName(kit.plan().config());
        entry.setKitPath(kit.origin().toString());
        entry.setKitFolder(kit.name());
        entry.setArch(kit.architecture().name());
        Recipe recipe = RecipeSettings.copy(settings);
        recipe.setSeed(""); // the seed stands beside it, once
        entry.setRecipe(recipe);
        entry.setAlgorithm(draw.algorithm());
        entry.setSeed(seed == null ? "" : seed.hex());
        entry.getHead().addAll(kit.plan().head());
        if (kit.architecture().randomized()) {
            entry.getHead().add(Places.GAP);
        }
        entry.getOrder().addAll(draw.order());
        entry.getTail().addAll(kit.plan().tail());
        entry.setGaps(gaps(draw.gaps()));
        return this;
    }

    /** What the gaps are made of: the pad word, and the page size in bytes. */
    EntryMaker filled(int pad, long page) {
        entry.setPad("0x" + Integer.toHexString(pad));
        entry.setPage(page);
        return this;
    }

    /** The linker and what it was told. */
    EntryMaker linked(LinkerTool tool, String version, List<String> flags, List<String> dropped) {
        entry.setLinker(tool.name());
        entry.setLinkerVersion(version);
        entry.setLinkerPath(tool.isBuiltIn() ? null : tool.title());
        entry.getFlags().addAll(flags);
        entry.getDropped().addAll(dropped);
        return this;
    }

    /** What the linker was told in other words. */
    EntryMaker translated(List<Translated> translations) {
        for (Translated each : translations) {
            Translation translation = KitFactory.eINSTANCE.createTranslation();
            translation.setFrom(each.from());
            translation.setTo(each.to());
            entry.getTranslated().add(translation);
        }
        return this;
    }

    /** What came out of it, and of which kit. */
    EntryMaker made(Target target, String kitDigest, String sha256, long endboot) {
        entry.setKitDigest(kitDigest);
        if (target.kernel() != null) {
            Path kernel = target.beside() ? target.kernel().getFileName() : target.kernel();
            entry.setKernel(kernel.toString());
        }
        entry.setSha256(sha256);
        entry.setEndboot(endboot == -1 ? null : "0x" + Long.toHexString(endboot));
        return this;
    }

    /** How long it took so far. */
    EntryMaker timed(Phases phases) {
        entry.setMillis(phases.total().toMillis());
        phases.times().forEach((name, time) -> {
            Phase phase = KitFactory.eINSTANCE.createPhase();
            phase.setName(name);
            phase.setMillis(time.toMillis());
            entry.getPhases().add(phase);
        });
        return this;
    }

    /** The entry. */
    LedgerEntry entry() {
        return entry;
    }

    /** Where the entry goes: beside the kernel under its name, or under a name of its own into the ledger's folder. */
    Path entryFile(Target target) {
        if (target.beside()) {
            return LedgerFiles.beside(target.kernel());
        }
        String stem = STAMP.format(started) + "-" + entry.getSha256().substring(0, DIGEST_DIGITS);
        Path file = target.ledger().resolve(stem + LedgerFiles.SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = target.ledger().resolve(stem + "-" + i + LedgerFiles.SUFFIX);
        }
        return file;
    }

    private static DrawnGaps gaps(Gaps drawn) {
        DrawnGaps gaps = KitFactory.eINSTANCE.createDrawnGaps();
        gaps.setText0(drawn.text0());
        gaps.setText1(drawn.text1());
        gaps.setRodata(drawn.rodata());
        gaps.setData(drawn.data());
        gaps.setBss(drawn.bss());
        return gaps;
    }
}
