/*
 * The end of the startup code: [kernel_text, endboot) holds the ELF headers where they are loaded, the head, and the
 * first part of the random gap. The processor's machine.c says how a page of it is taken away, by unmapping or by
 * trashing. That it is gone shows when it is used.
 */
#include "kernel.h"
#include "layout.h"

static bool is_readable(unsigned long address)
{
	uint8_t value;

	return probe_read((const void *)address, &value) == 0;
}

bool startup_end(void)
{
	unsigned long first = (unsigned long)kernel_text, limit = (unsigned long)endboot, pages = 0, caught = 0;

	if (limit % PAGE_SIZE != 0 || limit <= first || limit >= (unsigned long)etext)
		panic("startup: endboot is at %#lx", limit);
	for (unsigned long page = first; page < limit; page += PAGE_SIZE, pages++)
		if (!is_readable(page) || startup_is_gone(page))
			panic("startup: %#lx is gone too early", page);
	/* The control for whoever looks from outside: a kernel that keeps what it should take away. */
	if (bootargs_has("keep")) {
		kprintf("startup: kept %#lx-%#lx, %lu pages\n", first, limit, pages);
		return true;
	}
	for (unsigned long page = first; page < limit; page += PAGE_SIZE)
		startup_forget(page);
	for (unsigned long page = first; page < limit; page += PAGE_SIZE)
		caught += startup_is_gone(page);
	kprintf("startup: %s %#lx-%#lx, %lu pages, %lu faults caught\n", startup_verb, first, limit, pages, caught);
	return caught == pages && is_readable(limit) && !startup_is_gone(limit);
}
