package org.karlworkbench.debug.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Recovery;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.relink.Repeat;

/**
 * Recovers the draw of a kernel in memory. Some relink of the kit lends its headers; its bytes are those of memory; and a
 * recovery finds order and gaps of that. Where sections begin depends on the draw, so this is done again with the relink
 * of what was found, until nothing changes. The last relink has to have the very code and read-only data of memory.
 */
final class MemoryRecovery {
    private static final int MOST_ROUNDS = 8;

    /** The first gap of the text has no more pages, unless a recipe makes it larger. */
    private static final int MOST_PAGES = 4;

    /** So many rounds it takes until the beginning of each section is known. */
    private static final int SECTIONS = 3;

    /** To what gaps are rounded, in bytes. */
    private static final long UNIT = 16;

    /** How much of code and read-only data has to be the same: some kernels change instructions when they start. */
    private static final double ENOUGH = 0.98;

    /** From here on it is the right kernel, perhaps with data at wrong places. */
    private static final double HARDLY = 0.75;

    private final MemoryDump dump;
    private final LoadedKit kit;
    private final Progress progress;
    private final Path folder;
    private final LinkerTool tool;
    private KernelMemory memory;
    private Draw draw;
    private double same;

    private MemoryRecovery(MemoryDump dump, LoadedKit kit, Progress progress, Path folder, LinkerTool tool) {
        this.dump = dump;
        this.kit = kit;
        this.progress = progress;
        this.folder = folder;
        this.tool = tool;
    }

    /** The relink that has the bytes of memory; its entry is null where it was not kept. */
    record Found(Path entry) {}

    /**
     * Recovers.
     *
     * @param output where to put the kernel and its entry, or null
     * @param evidence takes what was found, a sentence each
     * @return null where no relink of the kit has the bytes of memory
     */
    static Found run(MemoryDump dump, LoadedKit kit, Path output, List<String> evidence, Progress progress)
            throws EngineException {
        List<Anchor> anchors = Anchors.of(kit);
        List<List<Long>> positions = Scan.of(dump, anchors, progress);
        long there = positions.stream().filter(each -> !each.isEmpty()).count();
        evidence.add(there + " of " + anchors.size() + " samples of the kit's objects are in memory");
        if (there == 0) {
            return null;
        }
        try (TempFolder folder = TempFolder.create()) {
            List<MemoryRecovery> tried = new ArrayList<>();
            for (LinkerTool tool : tools(kit)) {
                MemoryRecovery next = new MemoryRecovery(dump, kit, progress, folder.path(), tool);
                next.search(positions);
                tried.add(next);
            }
            tried.sort(Comparator.comparingDouble(each -> -each.same));
            MemoryRecovery best = tried.isEmpty() ? null : tried.getFirst();
            for (MemoryRecovery each : tried) {
                if (best.same < 1) {
                    each.refine();
                    best = each.same > best.same ? each : best;
                }
            }
            return best == null ? null : best.finish(output, evidence);
        }
    }

    /** The linkers that may have linked it, the architecture's own first. */
    private static List<LinkerTool> tools(LoadedKit kit) {
        List<LinkerTool> tools = new ArrayList<>();
        String own = kit.architecture().baseLinker();
        Stream.of(own, LinkerTool.BUILT_IN.name(), LinkerTool.LLD, LinkerTool.GNU)
                .distinct()
                .forEach(name -> LinkerTools.find(kit.architecture(), name).ifPresent(tools::add));
        return tools;
    }

    /** How long the text is decides where the rest begins, so that not every first relink is near enough to begin with. */
    private void search(List<List<Long>> positions) throws EngineException {
        List<String> order = Draws.draw(kit, recipe("all"), Seed.random()).order();
        for (int pages = MOST_PAGES; pages > 0 && same == 0; pages--) {
            long page = kit.plan().page();
            Gaps most = new Gaps(pages * page, page, page + UNIT, page + UNIT, page + UNIT);
            search(new Draw(Recovery.ALGORITHM, order, most), positions);
        }
    }

    private void search(Draw first, List<List<Long>> positions) throws EngineException {
        draw = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            RelinkResult relink = link(roomy(draw, first.gaps(), round), "all", null);
            memory = memory == null ? KernelMemory.of(dump, relink.kernel(), positions) : memory;
            Draw next = memory == null ? null : recover(relink);
            if (next == null) {
                return;
            }
            boolean settled = next.equals(draw) && round > SECTIONS;
            draw = next;
            if (settled) {
                break;
            }
        }
        same = same(draw);
    }

    private void refine() throws EngineException {
        if (same > HARDLY && same < 1) {
            draw = Refinement.of(kit, draw, same, this::same);
            same = same(draw);
        }
    }

    private Found finish(Path output, List<String> evidence) throws EngineException {
        evidence.add(String.format(
                Locale.ROOT,
                "a relink by %s has %.2f %% of the code and read-only data of memory",
                tool.name(),
                100 * same));
        if (same < ENOUGH) {
            return null;
        }
        if (same < 1) {
            evidence.add("where the rest differs the kernel was patched, or some of its data lies elsewhere");
        }
        return new Found(output == null ? null : link(draw, "debug", output).entryFile());
    }

    /**
     * Where a section begins is known when those before it are; until then it gets more room than it can need, so that
     * nothing of it is beyond its end.
     */
    private static Draw roomy(Draw draw, Gaps most, int round) {
        Gaps found = draw.gaps();
        Gaps gaps = new Gaps(
                round > 0 ? found.text0() : most.text0(),
                round > 0 ? found.text1() : most.text1(),
                round > 1 ? found.rodata() : most.rodata(),
                round > 2 ? found.data() : most.data(),
                round > SECTIONS ? found.bss() : most.bss());
        return new Draw(draw.algorithm(), draw.order(), gaps);
    }

    private static Recipe recipe(String strip) {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setStrip(strip);
        return recipe;
    }

    private RelinkResult link(Draw draw, String strip, Path output) throws EngineException {
        Recipe recipe = recipe(strip);
        recipe.setLinker(tool.name());
        Repeat repeat = new Repeat(draw, (int) kit.plan().pad(), Draws.page(kit.plan(), recipe), null);
        Path kernel = output == null ? folder.resolve(tool.name()) : output;
        return Relink.run(new RelinkRequest(kit, recipe, null, repeat, kernel, null, tool, null), progress);
    }

    private Draw recover(RelinkResult relink) throws EngineException {
        try (ElfFile file = ElfFile.open(relink.kernel())) {
            Places places = Places.read(LedgerFiles.placesOf(relink.entryFile()));
            WipedHead wiped =
                    WipedHead.of(file, places, memory, pad(), kit.plan().page());
            byte[] bytes = Files.readAllBytes(relink.kernel());
            Sections sections = file.sections();
            for (int i = 1; i < sections.count(); i++) {
                if (sections.isAllocated(i) && !sections.isNoBits(i)) {
                    byte[] there = memory.read(sections.address(i), (int) sections.size(i));
                    if (wiped != null && wiped.section() == i) {
                        wiped.restore(there, file.content(i), pad());
                    }
                    HeadCode.restore(there, sections.address(i), sections.name(i), places, kit);
                    System.arraycopy(there, 0, bytes, (int) sections.offset(i), there.length);
                }
            }
            Recovery found = Recovery.of(ElfFile.of(dump.file().toString(), bytes), kit, progress);
            return new Draw(Recovery.ALGORITHM, found.order(), linkable(found.gaps(), wiped));
        } catch (IOException e) {
            throw EngineException.io(relink.kernel(), e);
        } catch (EngineException e) {
            if ("wrong-kit".equals(e.code())) {
                return null;
            }
            throw e;
        }
    }

    /** The pad word as it lies in memory. */
    private byte[] pad() {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(kit.architecture().order())
                .putInt((int) kit.plan().pad())
                .array();
    }

    /** What is found before the sections' places are right can be no gap at all. */
    private Gaps linkable(Gaps found, WipedHead wiped) {
        Gaps gaps = wiped == null ? found : wiped.divide(found);
        long page = kit.plan().page();
        return new Gaps(
                Math.max(page, gaps.text0() / page * page),
                Math.max(UNIT, gaps.text1()),
                Math.max(UNIT, gaps.rodata()),
                Math.max(UNIT, gaps.data()),
                Math.max(UNIT, gaps.bss()));
    }

    /** Which share of code behind endboot and of read-only data is the same in memory. */
    private double same(Draw draw) throws EngineException {
        RelinkResult relink = link(draw, "all", null);
        String endboot = relink.entry().getEndboot();
        long end = endboot == null ? 0 : Long.parseUnsignedLong(endboot.substring(2), 16);
        return memory.same(relink.kernel(), end);
    }
}
