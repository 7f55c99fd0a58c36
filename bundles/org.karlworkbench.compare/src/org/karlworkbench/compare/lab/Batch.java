package org.karlworkbench.compare.lab;

import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.karlworkbench.elf.EngineException;

/** Computes a few hundred rows on all processors; their order does not depend on the threads. */
final class Batch {
    /** As many as are kept at a time. */
    static final int ROWS = 256;

    /** As many as are begun with, so that a cancel need not wait for slow ones. */
    static final int FEWEST_ROWS = 8;

    private Batch() {}

    /** Makes one row. */
    interface Row {
        long[] of(int number) throws EngineException;
    }

    static long[][] rows(int count, Row row) throws EngineException {
        IntFunction<long[]> wrapped = number -> {
            try {
                return row.of(number);
            } catch (EngineException e) {
                throw new CompletionException(e);
            }
        };
        try {
            return IntStream.range(0, count).parallel().mapToObj(wrapped).toArray(long[][]::new);
        } catch (CompletionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof EngineException problem) {
                    throw problem;
                }
            }
            throw e;
        }
    }
}
