package org.karlworkbench.elf;

/** Calls of native functions, which by their signature may throw anything and in fact throw nothing. */
public final class Native {
    private Native() {}

    /**
     * A call with a result.
     *
     * @param <T> what it returns
     */
    public interface Call<T> {
        /**
         * Calls.
         *
         * @return what the function returns
         * @throws Throwable by the signature of a handle, and never in fact
         */
        T invoke() throws Throwable;
    }

    /** A call without one; to be written with braces, since the compiler otherwise takes it for one that has a result. */
    public interface Run {
        /**
         * Calls.
         *
         * @throws Throwable by the signature of a handle, and never in fact
         */
        void invoke() throws Throwable;
    }

    /**
     * Calls a function.
     *
     * @param call invokes its handle
     * @return what it returns
     */
    public static <T> T call(Call<T> call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Calls a function that returns nothing.
     *
     * @param run invokes its handle
     */
    public static void run(Run run) {
        call(() -> {
            run.invoke();
            return null;
        });
    }
}
