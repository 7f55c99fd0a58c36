package org.karlworkbench.machine.emulator;

/** How a kernel is entered. */
public enum Loader {
    /** As the kernel wants it: an amd64 kernel that QEMU does not know how to start gets OpenBSD's protocol. */
    AUTO,
    /** By QEMU itself. */
    QEMU,
    /** By OpenBSD's boot protocol, with symbols and boot arguments; amd64 only. */
    OPENBSD
}
