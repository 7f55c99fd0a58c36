/* Looking for devices: each driver of ioconf.c's table is asked in turn. */
#include "kernel.h"

bool mainbus_attach(const char *name)
{
	kprintf("%s at root\n", name);
	return true;
}

/* Returns how many were found. */
int configure(void)
{
	int found = 0;

	for (const struct driver *d = drivers; d->name != NULL; d++) {
		if (d->attach(d->name))
			found++;
		else
			kprintf("%s not found\n", d->name);
	}
	return found;
}
