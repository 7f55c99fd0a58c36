package org.karlworkbench.code;

/** Calls of native functions, which by their signature may throw anything and in fact throw nothing. */
final class Native {
    private Native() {}

    /** A call with a result. */
    interface Call<T> {
        T invoke() throws Throwable;
    }

    /** A call without one; to be written with braces, since the compiler otherwise takes it for one that has a result. */
    interface Run {
        void invoke() throws Throwable;
    }

    static <T> T call(Call<T> call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Run run) {
        call(() -> {
            run.invoke();
            return null;
        });
    }
}
