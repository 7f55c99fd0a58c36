package org.karlworkbench.machine.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * QEMU's command line. It runs in a folder of its own, in which files have short names that we chose: the kernel's own
 * name, whatever is in it, is never part of an option.
 */
final class QemuCommand {
    /** The names in that folder. */
    static final String KERNEL = "kernel";

    static final String LOADER = "loader";
    static final String SERIAL = "serial";
    static final String GDB = "gdb";

    private final List<String> words = new ArrayList<>();

    private QemuCommand() {}

    /**
     * The words.
     *
     * @param qemu the program
     * @param board the machine
     * @param loader how the kernel is entered
     * @param arguments the boot arguments
     * @param gdb the debugger's socket, or null for none
     */
    static List<String> of(Path qemu, Board board, Loader loader, String arguments, Path gdb) {
        QemuCommand command = new QemuCommand();
        command.add(qemu.toString(), "-S", "-no-user-config", "-nodefaults", "-display", "none");
        command.add("-accel", "tcg", "-m", Integer.toString(board.megabytes()));
        board.arguments().forEach(command::add);
        // a reset ends the run, and the machine stays to be looked at
        command.add("-no-reboot", "-no-shutdown");
        command.add("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
        command.add("-qmp", "stdio");
        command.add("-chardev", "socket,id=serial,server=on,wait=off,path=" + SERIAL, "-serial", "chardev:serial");
        command.add("-kernel", loader == Loader.OPENBSD ? LOADER : KERNEL);
        if (loader == Loader.OPENBSD) {
            command.add("-initrd", KERNEL);
        }
        command.add("-append", arguments);
        if (gdb != null) {
            command.add("-gdb", "unix:" + gdb.toString().replace(",", ",,") + ",server=on,wait=off");
        }
        return command.words;
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
