package org.karlworkbench.ui.exposure;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.layout.Layout;

/**
 * What is asked about a kernel or a kit.
 *
 * @param subject the kernel or kit
 * @param symbol what leaks, {@code NAME} or {@code OBJECT:NAME}; empty for nothing
 * @param leak how it leaks
 * @param defence how addresses are hidden
 */
record LeakQuestion(Subject subject, String symbol, Leak leak, Defence defence) {
    /** What is looked at. */
    sealed interface Subject {
        /** What people call it. */
        String name();
    }

    /** A kernel that an editor shows. */
    record Kernel(Layout layout) implements Subject {
        @Override
        public String name() {
            return layout.kernel().getFileName().toString();
        }
    }

    /** A kit of the workspace. */
    record Kit(IFile file) implements Subject {
        @Override
        public String name() {
            return file.getName();
        }
    }

    /** The words by which the engine finds a symbol. */
    static String symbol(String object, String name) {
        return object.isEmpty() ? name : object + ":" + name;
    }

    LeakQuestion of(String otherSymbol) {
        return new LeakQuestion(subject, otherSymbol, leak, defence);
    }

    LeakQuestion by(Leak otherLeak, Defence otherDefence) {
        return new LeakQuestion(subject, symbol, otherLeak, otherDefence);
    }

    /** The same about another kernel or kit, in which the symbol means nothing. */
    LeakQuestion about(Subject other) {
        return other.equals(subject) ? this : new LeakQuestion(other, "", leak, defence);
    }
}
