/* Looking for devices: each driver of ioconf.c's table is asked in turn. */
#include "kernel.h"
#include "machine.h"

static int attached, missing;

static void attach_one(const struct driver *d)
{
	if (d->attach(d->name)) {
		attached++;
		return;
	}
	kprintf("%s not found\n", d->name);
	missing++;
}

/* Returns how many devices were found. Interrupts are on afterwards: their handlers stand now. */
int configure(void)
{
	for (const struct driver *d = drivers; d->name != NULL; d++)
		attach_one(d);
	intr_enable();
	return attached;
}
