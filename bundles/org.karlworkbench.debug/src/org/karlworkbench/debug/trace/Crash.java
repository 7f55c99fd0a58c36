package org.karlworkbench.debug.trace;

/**
 * One crash in a log. A serial log can hold several, each of another boot and so of another relink; the last is the one
 * that a person asks for, unless told otherwise.
 *
 * @param line where it begins, from 1
 * @param panic what follows {@code panic: }, or null where the kernel stopped without
 * @param number which of the log's it is, from 1
 * @param count how many crashes the log has
 */
public record Crash(int line, String panic, int number, int count) {
    /** Whether it is the last one of its log. */
    public boolean isLast() {
        return number == count;
    }
}
