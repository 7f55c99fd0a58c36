package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** A Job that links a kernel of a kit, or changes a machine: one at a time for each. */
public abstract class LinkJob extends KarlJob {
    /**
     * A Job that has not begun.
     *
     * @param what what is done to what, such as {@code Relinking demo}
     * @param kitFile the kit's file, or that of the machine
     */
    protected LinkJob(String what, IFile kitFile) {
        super(what, "relink");
        setRule(new OneAtATime(kitFile));
    }

    /** Whatever works on a kit belongs to the kit's file. */
    @Override
    public boolean belongsTo(Object family) {
        return getRule() instanceof OneAtATime(IFile kitFile) && kitFile.equals(family);
    }

    /** Two relinks of one kit would choose the same name for their kernels. */
    private record OneAtATime(IFile kitFile) implements ISchedulingRule {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule instanceof OneAtATime other && other.kitFile.equals(kitFile);
        }
    }
}
