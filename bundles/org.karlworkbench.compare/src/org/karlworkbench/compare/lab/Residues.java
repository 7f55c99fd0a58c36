package org.karlworkbench.compare.lab;

import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;

/** Why something is guessed easily (DESIGN.md, residue). */
final class Residues {
    /** What is guessed more seldom is none. */
    static final double LEAST = 1.0 / 1024;

    private final Blocks blocks;
    private final long page;

    Residues(Blocks blocks, long page) {
        this.blocks = blocks;
        this.page = page;
    }

    /** Of a symbol in a block, or of the block. */
    String reason(Block block, Likely begin) {
        return switch (block.role()) {
            case HEAD -> blocks.pieces().isCode(block.first()) ? "head" : "head's data";
            case GAP -> "gap";
            case TAIL -> "tail";
            case MADE -> "made by the linker, before all";
            case BODY -> body(block, begin);
        };
    }

    private String body(Block block, Likely begin) {
        int contributors = blocks.contributors(block.output()).size();
        if (contributors == 1 && isOnPages(begin)) {
            return "page-aligned start after a body of nearly constant size";
        }
        return "few contributors";
    }

    /** Of a section's beginning, or of a symbol that the script or the linker defines. */
    String reason(Likely place, boolean isSection) {
        if (place.guessing(0, 1).values() == 1) {
            return isSection ? "fixed start" : "script constant";
        }
        return isOnPages(place)
                ? "page-aligned start after a body of nearly constant size"
                : "behind a gap and a body of nearly constant size";
    }

    private boolean isOnPages(Likely place) {
        return switch (place) {
            case Likely.Known known -> isOnPages(known.pmf());
            case Likely.Drawn drawn -> {
                boolean all = true;
                for (long address : drawn.addresses()) {
                    all &= address % page == 0;
                }
                yield all;
            }
        };
    }

    private boolean isOnPages(Pmf pmf) {
        for (int i = 0; i < pmf.mass().length; i++) {
            if (pmf.mass()[i] > 0 && (pmf.origin() + i * pmf.step()) % page != 0) {
                return false;
            }
        }
        return true;
    }
}
