/* Runs them all. */
#include "initcall.h"
#include "kernel.h"

extern const initcall_t initcalls_start[], initcalls_end[];	/* from ld.script */

bool initcall_attach(const char *name)
{
	for (const initcall_t *i = initcalls_start; i < initcalls_end; i++)
		(*i)();
	kprintf("%s: %ld initialised\n", name, (long)(initcalls_end - initcalls_start));
	return true;
}
