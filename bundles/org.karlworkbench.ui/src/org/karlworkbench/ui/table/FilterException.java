package org.karlworkbench.ui.table;

/** A filter that makes no sense, in words for the line in which it was typed. */
final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    FilterException(String problem) {
        super(problem);
    }
}
