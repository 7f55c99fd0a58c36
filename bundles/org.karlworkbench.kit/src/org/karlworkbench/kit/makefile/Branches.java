package org.karlworkbench.kit.makefile;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which of the nested {@code .if} branches are taken. */
final class Branches {
    private static final int DEEPEST = 1000;

    private final Deque<Branch> open = new ArrayDeque<>();
    private int tooDeep;

    private static final class Branch {
        final int line;
        final boolean reachable;
        boolean taken;
        boolean active;
        boolean last;

        Branch(int line, boolean reachable) {
            this.line = line;
            this.reachable = reachable;
        }
    }

    /** Whether lines at this place count. */
    boolean active() {
        return tooDeep == 0 && (open.isEmpty() || open.peek().active);
    }

    /** Whether the condition of an {@code .elif} here has to be decided. */
    boolean undecided() {
        return tooDeep == 0 && !open.isEmpty() && open.peek().reachable && !open.peek().taken && !open.peek().last;
    }

    /** An {@code .if}; false if it lies too deep to be followed. */
    boolean begin(int line, boolean holds) {
        if (open.size() >= DEEPEST) {
            tooDeep++;
            return false;
        }
        Branch branch = new Branch(line, active());
        branch.active = branch.reachable && holds;
        branch.taken = branch.active;
        open.push(branch);
        return true;
    }

    /** An {@code .elif} with its condition, or with {@code last} an {@code .else}; false if none may stand here. */
    boolean next(boolean holds, boolean last) {
        if (tooDeep > 0) {
            return true;
        }
        if (open.isEmpty() || open.peek().last) {
            return false;
        }
        Branch branch = open.peek();
        branch.active = branch.reachable && !branch.taken && holds;
        branch.taken |= branch.active;
        branch.last = last;
        return true;
    }

    /** An {@code .endif}; false if none is open. */
    boolean end() {
        if (tooDeep > 0) {
            tooDeep--;
            return true;
        }
        return open.poll() != null;
    }

    /** The line of an {@code .if} that is still open, or 0. */
    int openLine() {
        return open.isEmpty() ? 0 : open.peek().line;
    }
}
