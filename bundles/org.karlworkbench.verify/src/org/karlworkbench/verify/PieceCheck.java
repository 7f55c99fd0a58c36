package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.EngineException;

/** Compares a piece of the kernel with the object's section it was copied from, relocated fields left out. */
final class PieceCheck {
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;

    PieceCheck(Image image, Tally tally, Reporter reporter) {
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
    }

    /**
     * Compares one piece and counts its bytes.
     *
     * @param section the kernel's section
     * @param start where in it the piece begins; the piece lies in it as a whole
     * @param input the object
     * @param inputSection its section
     * @param owner to whom bytes that are the same belong
     */
    void check(int section, int start, Input input, int inputSection, Owner owner) throws EngineException {
        byte[] expected = input.file().content(inputSection);
        byte[] found = image.content(section);
        long[] fields = input.facts().fields(inputSection);
        int done = 0;
        int relocated = 0;
        int wrong = 0;
        for (long field : fields) {
            int from = Math.max(done, RelocatedFields.from(field));
            int to = Math.max(from, RelocatedFields.to(field));
            if (Arrays.mismatch(expected, done, from, found, start + done, start + from) >= 0) {
                wrong += report(section, start, input, inputSection, done, from);
            }
            relocated += to - from;
            done = to;
        }
        if (Arrays.mismatch(expected, done, expected.length, found, start + done, start + expected.length) >= 0) {
            wrong += report(section, start, input, inputSection, done, expected.length);
        }
        tally.relocations(fields.length);
        tally.count(Owner.RELOCATED, relocated);
        tally.count(owner, expected.length - relocated - wrong);
    }

    /** Reports each run of differing bytes in a stretch without fields, and gives their number. */
    private int report(int section, int start, Input input, int inputSection, int from, int to) throws EngineException {
        byte[] expected = input.file().content(inputSection);
        byte[] found = image.content(section);
        int wrong = 0;
        for (int at = from; at < to; at++) {
            int run = at;
            while (at < to && expected[at] != found[start + at]) {
                at++;
            }
            if (at > run) {
                reporter.differs(section, start, input.file(), inputSection, run, at - run, expected, found);
                wrong += at - run;
            }
        }
        return wrong;
    }
}
