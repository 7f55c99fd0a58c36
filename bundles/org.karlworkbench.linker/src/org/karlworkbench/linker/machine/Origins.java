package org.karlworkbench.linker.machine;

/**
 * The addresses of one kernel, beside a field's own, to which fields can be relative.
 *
 * @param thread the thread pointer of a processor's first thread; 0 without thread-local data
 * @param got the beginning of the global offset table; 0 without one
 */
public record Origins(long thread, long got) {}
