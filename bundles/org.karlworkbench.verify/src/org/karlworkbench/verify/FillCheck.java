package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.EngineException;

/** Accounts for what no object wrote: alignment, and memory that begins as zeros. */
final class FillCheck {
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;
    private final FillPatterns patterns;

    FillCheck(Image image, Tally tally, Reporter reporter, FillPatterns patterns) {
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
        this.patterns = patterns;
    }

    /** Accounts for bytes between pieces; in a section that the linker rewrites they are the linker's. */
    void check(int section, long start, long size) throws EngineException {
        if (image.isMade(section)) {
            tally.countLinker(image.name(section), size);
        } else if (image.sections().isNoBits(section) || isFill(section, (int) start, (int) (start + size))) {
            tally.count(Owner.FILL, size);
        } else {
            reporter.strange(section, "fill", image.content(section), start, size);
        }
    }

    private boolean isFill(int section, int from, int to) throws EngineException {
        long address = image.sections().address(section) + from;
        return patterns.explains(
                image.content(section), from, to, address, image.sections().isExecutable(section));
    }

    /** Accounts for memory that has to be zero; that is so by itself where the section takes no room in the file. */
    void checkZero(int section, long start, long size, Owner owner) throws EngineException {
        if (image.sections().isNoBits(section) || isZero(section, (int) start, (int) (start + size))) {
            tally.count(owner, size);
        } else {
            reporter.strange(section, "zeros", image.content(section), start, size);
        }
    }

    private boolean isZero(int section, int from, int to) throws EngineException {
        byte[] bytes = image.content(section);
        return Arrays.mismatch(bytes, from, to, new byte[to - from], 0, to - from) < 0;
    }

    /** Counts bytes that nothing explains. */
    void strange(int section, String expected, long start, long size) throws EngineException {
        if (size > 0) {
            reporter.strange(section, expected, image.content(section), start, size);
        }
    }
}
