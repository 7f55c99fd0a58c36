package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shape of command lines that GNU ld and lld have in common. */
final class CommandLines {
    private static final String EMULATION = "-m";
    private static final String SCRIPT = "-T";
    private static final String OUTPUT = "-o";

    private CommandLines() {}

    static List<String> gap(LinkerDriver driver, List<String> own, Path script, Path dummy, Path gap) {
        List<String> command = begin(driver, List.of());
        command.addAll(own);
        command.addAll(List.of("-r", SCRIPT, script.toString(), dummy.toString(), OUTPUT, gap.toString()));
        return command;
    }

    static List<String> kernel(
            LinkerDriver driver,
            List<String> own,
            List<String> flags,
            String script,
            List<String> inputs,
            Path kernel) {
        List<String> command = begin(driver, flags);
        command.addAll(own);
        command.addAll(flags);
        if (script != null) {
            command.add(SCRIPT);
            command.add(script);
        }
        command.addAll(List.of("-Map=-", OUTPUT, kernel.toString()));
        command.addAll(inputs);
        return command;
    }

    /** The program and the emulation, unless the kit's flags name one. */
    private static List<String> begin(LinkerDriver driver, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(driver.tool().path().toString());
        if (driver.emulation() != null && flags.stream().noneMatch(CommandLines::isEmulation)) {
            command.add(EMULATION);
            command.add(driver.emulation());
        }
        return command;
    }

    /** {@code -m NAME} or {@code -mNAME}; every emulation of an ELF target has elf in its name. */
    private static boolean isEmulation(String flag) {
        return flag.equals(EMULATION) || flag.startsWith(EMULATION) && flag.contains("elf");
    }
}
