package org.karlworkbench.machine.emulator;

/**
 * What came of a run.
 *
 * @param booted whether the text that was waited for came
 * @param reason why the run ended
 * @param detail the line that tells more, such as the panic's; empty if there is none
 * @param millis from the start of the emulator to that moment
 * @param serial what the kernel said, without carriage returns; cut in the middle if it is very long
 * @param startup what is left of the startup code
 * @param loader how the kernel was entered, never {@link Loader#AUTO}
 */
public record RunResult(
        boolean booted,
        Reason reason,
        String detail,
        long millis,
        String serial,
        StartupState startup,
        Loader loader) {}
