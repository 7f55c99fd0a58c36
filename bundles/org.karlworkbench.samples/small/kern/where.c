/* Where the functions lie: pointers that the linker relocated, read at run time. Hold them against nm(1). */
#include "kernel.h"

struct place {
	const char *name;
	const void *address;
};

#define PLACE(symbol)	{#symbol, (const void *)&(symbol)}

static const struct place places[] = {
	PLACE(kernel_text), PLACE(start), PLACE(endboot), PLACE(kernel_start), PLACE(probe_read), PLACE(main),
	PLACE(configure), PLACE(where_print), PLACE(kprintf), PLACE(panic), PLACE(bootargs_has), PLACE(startup_end),
	PLACE(startup_forget), PLACE(machine_init), PLACE(com_putc), PLACE(memcpy), PLACE(drivers), PLACE(hz),
	PLACE(version), PLACE(root_name), PLACE(etext), PLACE(end),
};

/* One line for each, "name 0xaddress"; returns how many there were. */
int where_print(void)
{
	int count = sizeof(places) / sizeof(places[0]);

	for (int i = 0; i < count; i++)
		kprintf("%s %p\n", places[i].name, places[i].address);
	return count;
}
