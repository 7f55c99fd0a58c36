package org.karlworkbench.debug.memory;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * Betters a recovered draw by trying. Data that a kernel has changed does not tell where it lies, but the code that refers to
 * it does: objects without code are put elsewhere, and the gap of the bss made larger, as long as more of the bytes agree.
 */
final class Refinement {
    private static final int MOST_TRIALS = 150;
    private static final int BSS_STEPS = 8;
    private static final long UNIT = 16;

    private final Trial trial;
    private Draw best;
    private double same;
    private int trials;

    /** A relink that is held against memory. */
    interface Trial {
        /** Which share of its bytes memory has, 0 to 1. */
        double same(Draw draw) throws EngineException;
    }

    private Refinement(Trial trial, Draw draw, double same) {
        this.trial = trial;
        this.best = draw;
        this.same = same;
    }

    /** The best draw that was found from a first one on; the first one itself where nothing is better. */
    static Draw of(LoadedKit kit, Draw draw, double same, Trial trial) throws EngineException {
        Refinement refinement = new Refinement(trial, draw, same);
        boolean better = true;
        while (better && refinement.isOpen()) {
            better = refinement.tryGaps();
            for (String object : draw.order()) {
                better |= !hasCode(kit.object(object)) && refinement.tryPlaces(object);
            }
        }
        return refinement.best;
    }

    private boolean isOpen() {
        return same < 1 && trials < MOST_TRIALS;
    }

    private boolean tryGaps() throws EngineException {
        boolean better = false;
        Gaps gaps = best.gaps();
        for (int step = 1; step <= BSS_STEPS && isOpen(); step++) {
            Gaps larger = new Gaps(gaps.text0(), gaps.text1(), gaps.rodata(), gaps.data(), gaps.bss() + step * UNIT);
            better |= tried(new Draw(best.algorithm(), best.order(), larger));
        }
        return better;
    }

    private boolean tryPlaces(String object) throws EngineException {
        boolean better = false;
        List<String> others = new ArrayList<>(best.order());
        others.remove(object);
        for (int place = 0; place <= others.size() && isOpen(); place++) {
            List<String> order = new ArrayList<>(others);
            order.add(place, object);
            better |= tried(new Draw(best.algorithm(), order, best.gaps()));
        }
        return better;
    }

    private boolean tried(Draw draw) throws EngineException {
        trials++;
        double now = draw.equals(best) ? same : trial.same(draw);
        boolean better = now > same;
        if (better) {
            same = now;
            best = draw;
        }
        return better;
    }

    private static boolean hasCode(ObjectFile object) {
        Sections sections = object.sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isExecutable(i) && sections.size(i) > 0) {
                return true;
            }
        }
        return false;
    }
}
