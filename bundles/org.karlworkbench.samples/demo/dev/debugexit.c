/*
 * The way out: QEMU's isa-debug-exit. Writing n to its port ends the emulator with exit status 2n + 1, so that good
 * and bad ends can be told apart, and from QEMU's own 0 and 1 too: 33 is good, 35 is bad.
 */
#include "kernel.h"
#include "machine.h"

#define PORT	0xf4
#define GOOD	16
#define BAD	17

_Noreturn void debug_exit(bool good)
{
	outl(PORT, good ? GOOD : BAD);
	/* Without that device the machine just stops. */
	for (;;)
		__asm__ volatile("cli; hlt");
}
