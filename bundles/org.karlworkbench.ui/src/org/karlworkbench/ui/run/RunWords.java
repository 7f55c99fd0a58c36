package org.karlworkbench.ui.run;

import org.karlworkbench.kit.Startup;
import org.karlworkbench.machine.emulator.PageState;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kernel.StartupWords;
import org.karlworkbench.ui.table.Shown;

/** What is said of a run. */
final class RunWords {
    private RunWords() {}

    /** Which run it is and how it is, for a list of runs. */
    static String line(KernelRun run) {
        return Formats.time(run.started().toString()) + "  " + state(run);
    }

    /** How it is, in one sentence. */
    static String state(KernelRun run) {
        String name = Shown.line(run.name());
        if (run.failure() != null) {
            return name + ": " + Shown.line(run.failure());
        }
        if (run.result() != null) {
            return name + ": " + ending(run.result(), run.settings());
        }
        if (run.stopped() != null) {
            return name + " stands at " + Shown.line(run.stopped()) + " and waits for a debugger";
        }
        return name + (run.startup() == null ? " is running…" : " has booted, and goes on");
    }

    private static String ending(RunResult result, RunSettings settings) {
        String took = Formats.millis(result.millis());
        if (result.booted()) {
            return "booted after " + took + after(result);
        }
        String detail = Shown.line(result.detail());
        return switch (result.reason()) {
            case STOPPED -> "stopped at " + Shown.line(settings.stopAt()) + " after " + took;
            case PANIC -> "did not boot. It gave up after " + took + ": " + detail;
            case RESET -> "did not boot. It reset the machine after " + took + " (" + detail + ")";
            case SHUTDOWN -> "did not boot. It switched the machine off after " + took;
            case TIMEOUT ->
                "did not boot in " + Formats.plural(settings.seconds(), "second", "seconds") + ": it never said “"
                        + Shown.line(settings.expect()) + "”";
            case ENDED -> "did not boot. QEMU ended after " + took + (detail.isEmpty() ? "" : ": " + detail);
            case EXPECTED -> throw new IllegalStateException("that is booted");
        };
    }

    /** What happened to a kernel that had booted already. */
    private static String after(RunResult result) {
        String detail = Shown.line(result.detail());
        return switch (result.reason()) {
            case EXPECTED -> "";
            case PANIC -> ", and gave up then: " + detail;
            case RESET -> ", and reset the machine then";
            case SHUTDOWN -> ", and switched the machine off then";
            case STOPPED -> ", and stopped then";
            case TIMEOUT, ENDED -> ", and went on until its end";
        };
    }

    /** Whether the startup code is gone, in one word or two. */
    static String verified(StartupState startup) {
        if (startup == null || startup.verified() == null) {
            return "not probed";
        }
        if (startup.verified()) {
            return startup.policy() == Startup.TRASH ? "trashed" : "gone";
        }
        return "NOT gone";
    }

    /** What is left of the startup code, in sentences. */
    static String startup(KernelRun run) {
        StartupState startup = run.startup();
        if (startup == null) {
            return "";
        }
        boolean booted = run.result() == null || run.result().booted();
        return booted
                ? StartupWords.measured(startup)
                : "The startup code was not looked at, because the kernel did not boot.";
    }

    /** The state of a page. */
    static String page(PageState state) {
        return switch (state) {
            case GONE -> "gone";
            case TRASHED -> "trashed";
            case READABLE -> "readable";
        };
    }

    /** Whether the kernel gave up in words that can be symbolized. */
    static boolean panicked(KernelRun run) {
        return run.result() != null && run.result().reason() == Reason.PANIC;
    }
}
