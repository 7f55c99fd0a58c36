package org.karlworkbench.relink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.LinkedKernel;
import org.karlworkbench.verify.LinkedObjects;

/** One relink on its way through its phases. */
final class RelinkRun {
    private final RelinkRequest request;
    private final LoadedKit kit;
    private final Progress progress;
    private final Phases phases;
    private final boolean everyByte;
    private final EntryMaker entry = new EntryMaker();

    /**
     * A relink that has not begun.
     *
     * @param everyByte whether every byte of the kernel is accounted for, or only its shape is checked
     */
    RelinkRun(RelinkRequest request, Progress progress, boolean everyByte) {
        this.everyByte = everyByte;
        this.request = request;
        this.kit = request.kit();
        this.progress = progress;
        this.phases = new Phases(progress);
    }

    RelinkResult run() throws EngineException {
        if (everyByte) {
            Background.start("symbol names", kit::symbolNames); // check and linker wait for them
        }
        phases.begin("prepare", "checking kit, target and linker");
        Preparation prepared = Preparation.of(request, progress);
        try (Staging staging = Staging.in(prepared.target().folder())) {
            return new Staged(prepared, staging).run();
        }
    }

    /** One of many has no processor to itself, nor anything to wait for. */
    private <T> Background<T> beside(String name, Callable<T> work) {
        return everyByte ? Background.start(name, work) : Background.done(work);
    }

    /** A relink that has a folder to work in. */
    private final class Staged {
        private final Preparation prepared;
        private final Staging staging;
        private final LinkerTool tool;
        private final Linking linking;
        private final List<Translated> translated;

        Staged(Preparation prepared, Staging staging) {
            this.prepared = prepared;
            this.staging = staging;
            this.tool = prepared.tool();
            this.linking = Linking.of(kit, prepared, staging, everyByte);
            this.translated = new ArrayList<>(prepared.flags().translated());
        }

        RelinkResult run() throws EngineException {
            Background<String> version = beside("linker version", tool::version);
            try {
                phases.begin("draw", "drawing order and gaps");
                Repeat repeat = request.repeat();
                Draw draw = repeat == null ? Draws.draw(kit, request.recipe(), request.seed()) : repeat.draw();
                warn(draw);
                boolean gap = kit.architecture().randomized();
                entry.drawn(kit, request.recipe(), request.seed(), draw);
                return gap ? withGap(draw, version) : link(draw, null, null, version);
            } catch (EngineException e) {
                throw explain(e);
            } finally {
                version.settle();
            }
        }

        /** An object with one section of code moves as it does when objects are shuffled. */
        private void warn(Draw draw) {
            int body = kit.plan().body().size();
            int split = draw.sections().splitObjects(kit);
            if (Unit.of(request.recipe()) == Unit.SECTION && split < body / 2) {
                progress.say("warning: " + kit.folder() + ": " + split + " of " + body + " objects of the body have two"
                        + " sections of code that can move alone, so unit section gains little; compile the kit with"
                        + " -ffunction-sections");
            }
        }

        private RelinkResult withGap(Draw draw, Background<String> version) throws EngineException {
            phases.begin("gap", "making the gap");
            GapPlan plan = GapMaker.plan(request, draw.gaps());
            entry.filled(plan.pad(), plan.page());
            ObjectFile gap = linking.gap(plan, progress);
            return link(draw, plan, gap, version);
        }

        private RelinkResult link(Draw draw, GapPlan plan, ObjectFile gap, Background<String> version)
                throws EngineException {
            phases.begin("link", "linking with " + tool.title());
            LinkScript.Base base = LinkScript.Base.of(kit, request.recipe());
            LinkScript script =
                    LinkScript.prepare(kit.folder(), prepared.flags().script(), base, staging.folder());
            translated.addAll(script.translated());
            Background<LinkedObjects> linked = beside("linked objects", () -> prepareCheck(gap, draw));
            // what is linked again comes from memory, whatever became of the files
            Background<Boolean> stale = beside("kit on disk", () -> everyByte && kit.stale());
            Linking.Linked made;
            try {
                made = linking.link(script, draw, plan, gap, progress);
            } finally {
                linked.settle(); // it reads files that go away when the link has failed
                stale.settle();
            }
            requireFresh(stale.get());
            Proof.Claim claim = new Proof.Claim(kit, request.recipe(), tool, made, linked.get());
            phases.begin("check", "checking every byte");
            entry.linked(
                            tool,
                            version.get(),
                            Linking.flags(kit, tool, prepared.flags()),
                            prepared.flags().dropped())
                    .translated(translated);
            try (Staging ledger = Staging.in(prepared.target().ledger())) {
                return check(claim, plan, ledger);
            }
        }

        /** What costs no time while the linker runs. */
        private LinkedObjects prepareCheck(ObjectFile gap, Draw draw) throws EngineException {
            if (!everyByte) {
                return null;
            }
            List<String> order = kit.linkOrder(draw.order());
            LinkedObjects linked = new LinkedObjects(kit, gap, order, Unit.of(request.recipe()));
            if (!tool.isBuiltIn()) {
                KitIndex.of(kit);
            }
            Background.start("kit digest", kit::digest); // only the entry waits for it
            return linked;
        }

        /** Checks the kernel while another processor is busy with what is worth nothing if a byte is wrong. */
        private RelinkResult check(Proof.Claim claim, GapPlan plan, Staging ledger) throws EngineException {
            List<Background<?>> begun = new ArrayList<>();
            try (ElfFile file = claim.open()) {
                Background<LinkedKernel> kernel =
                        everyByte ? begin(begun, "kernel", () -> new LinkedKernel(file, claim.linked())) : null;
                Background<KernelFile> settled = begin(
                        begun,
                        "kernel digest and sync",
                        () -> KernelFile.settle(
                                claim.made().kernel(), claim.made().image()));
                Places places = claim.made().placing().in(file);
                Background<Path> written = begin(begun, "places file", () -> writePlaces(ledger, places));
                Proof proof = everyByte
                        ? Proof.of(claim, kernel, places, plan, progress)
                        : Proof.ofShape(claim, file, places, plan);
                requireProved(proof);
                return install(claim.made().kernel(), proof, settled.get(), ledger, written.get());
            } finally {
                begun.forEach(Background::settle);
            }
        }

        private <T> Background<T> begin(List<Background<?>> begun, String name, Callable<T> work) {
            Background<T> started = beside(name, work);
            begun.add(started);
            return started;
        }

        private RelinkResult install(Path kernel, Proof proof, KernelFile file, Staging ledger, Path places)
                throws EngineException {
            phases.begin("record", "writing the ledger entry");
            Target target = prepared.target();
            entry.made(target, kit.digest(), file.sha256(), proof.endboot());
            Path entryFile = entry.entryFile(target);
            Path placesFile = LedgerFiles.placesOf(entryFile);
            entry.entry().setPlaces(placesFile.getFileName().toString());
            Installation installation = new Installation(staging.folder());
            // An entry of another digest than the kernel's is ignored: whenever the machine stops, none is wrong.
            installation.add(writeEntry(ledger), entryFile);
            installation.add(places, placesFile);
            if (target.kernel() != null) {
                installation.add(kernel, target.kernel());
            }
            phases.begin("install", "putting the kernel in place");
            synchronized (staging) {
                installation.run();
            }
            phases.end();
            return result(target, entryFile, proof, file);
        }

        private Path writeEntry(Staging ledger) throws EngineException {
            Path written = ledger.file("entry");
            LedgerFiles.write(written, entry.timed(phases).entry());
            return written;
        }

        private static Path writePlaces(Staging ledger, Places places) throws EngineException {
            Path written = ledger.file("places");
            places.write(written);
            return written;
        }

        private RelinkResult result(Target target, Path entryFile, Proof proof, KernelFile file) {
            Map<String, Duration> times = new LinkedHashMap<>(phases.times());
            times.put("sync", file.syncTime());
            return new RelinkResult(entry.entry(), entryFile, target.kernel(), times, translated, proof.account());
        }

        /** A file that was changed under the linker's hands gives other bytes than the kit, if all bytes were computed. */
        private void requireProved(Proof proof) throws EngineException {
            boolean computed = proof.account() == null || proof.account().relocationsNotRecomputed() == 0;
            requireFresh(!computed && kit.stale());
        }

        private void requireFresh(boolean stale) throws EngineException {
            if (stale) {
                throw new EngineException(
                        "stale-kit",
                        kit.folder().toString(),
                        null,
                        "a file of the kit has changed or gone since the kit was read",
                        "open the kit again");
            }
        }

        /** A kit that changed under the linker's hands is the better reason, and no one knows our temporary names. */
        private EngineException explain(EngineException e) throws EngineException {
            requireFresh(kit.stale());
            Target target = prepared.target();
            Path parent = "no-space".equals(e.code()) ? target.folder() : Staging.parentOf(e.file());
            if (parent == null) {
                return e;
            }
            boolean linking = target.kernel() != null && parent.equals(target.folder());
            Path shown = linking ? target.kernel() : target.ledger();
            return new EngineException(e.code(), shown.toString(), e.place(), e.getMessage(), e.cure(), e);
        }
    }
}
