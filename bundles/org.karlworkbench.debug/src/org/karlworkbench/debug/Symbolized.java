package org.karlworkbench.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.karlworkbench.debug.trace.Crash;
import org.karlworkbench.debug.trace.Role;

/**
 * What a trace means.
 *
 * @param verdict from which relink it comes
 * @param entry the relink's ledger entry, or its kernel where there is none; null unless there is one
 * @param candidates all relinks that fit
 * @param evidence what speaks for the verdict, a sentence each
 * @param rejected why it is from no other
 * @param frames the trace, place by place
 * @param arguments what the arguments point to
 * @param crash what the trace is about, or null
 * @param leftOut how many places more the trace names
 * @param cut whether the trace is longer than what was read of it
 */
public record Symbolized(
        Verdict verdict,
        String entry,
        List<String> candidates,
        List<String> evidence,
        List<Rejected> rejected,
        List<Frame> frames,
        List<Frame> arguments,
        Crash crash,
        int leftOut,
        boolean cut) {
    /** From which relink a trace comes. */
    public enum Verdict {
        /** From this one. */
        IDENTIFIED("identified"),
        /** From one of several. */
        SEVERAL("several"),
        /** What it says holds for every relink of the kit. */
        KIT_ONLY("kit-only"),
        /** From none of those that are known. */
        NONE("none"),
        /** From a kernel of another kit. */
        WRONG_KIT("wrong-kit");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }

    /** A relink from which the trace is not, and why. */
    public record Rejected(String entry, String reason) {}

    /** Copies the lists. */
    public Symbolized {
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
        rejected = List.copyOf(rejected);
        frames = List.copyOf(frames);
        arguments = List.copyOf(arguments);
    }

    /** A place in terms that are the same in every relink of a kit; the object is null where several have such a symbol. */
    private record CommonTerm(String object, String symbol, long offset) {
        boolean means(CommonTerm other) {
            boolean objects = object == null || other.object == null || object.equals(other.object);
            return objects && Objects.equals(symbol, other.symbol) && offset == other.offset;
        }

        /** A name and an offset are common terms as they stand; an address is none until its place is certain. */
        static CommonTerm of(Frame frame) {
            Spot spot = frame.spot();
            if (frame.mention().hasSymbol()) {
                String object = spot == null ? null : spot.object();
                return new CommonTerm(
                        object, frame.mention().symbol(), frame.mention().offset());
            }
            if (spot == null || frame.certainty() != Frame.Certainty.EXACT) {
                return null;
            }
            long offset = spot.symbol() == null ? spot.sectionOffset() : spot.offset();
            return new CommonTerm(spot.object(), spot.symbol(), offset);
        }
    }

    /**
     * Whether two traces are of one crash: their stacks go through the same places of the same objects, whatever the
     * addresses.
     *
     * @param other what the other trace means
     * @return true or false; null where a stack is not known for certain
     */
    public Boolean isSameCrash(Symbolized other) {
        List<CommonTerm> ours = stack();
        List<CommonTerm> theirs = other.stack();
        if (ours == null || theirs == null) {
            return null;
        }
        boolean same = ours.size() == theirs.size();
        for (int i = 0; i < ours.size() && same; i++) {
            same = ours.get(i).means(theirs.get(i));
        }
        return same;
    }

    /** The stack in common terms; without one, where the processor was. Null where a frame is not certain. */
    private List<CommonTerm> stack() {
        Role role = frames.stream().anyMatch(each -> each.mention().role() == Role.FRAME) ? Role.FRAME : Role.COUNTER;
        List<CommonTerm> stack = new ArrayList<>();
        frames.stream().filter(each -> each.mention().role() == role).forEach(each -> stack.add(CommonTerm.of(each)));
        return stack.isEmpty() || stack.contains(null) ? null : stack;
    }
}
