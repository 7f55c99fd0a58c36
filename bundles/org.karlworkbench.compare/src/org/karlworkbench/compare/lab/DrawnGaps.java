package org.karlworkbench.compare.lab;

import org.karlworkbench.kit.GapName;

/** The gaps of one draw of a sample. */
record DrawnGaps(Sample sample, int draw) {
    /** A gap's size in bytes. */
    long of(GapName name) {
        return sample.mark(draw, sample.watch().gap(name));
    }
}
