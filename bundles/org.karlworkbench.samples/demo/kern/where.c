/*
 * Where the functions lie. The pointers are those that this kernel would use: relocated by the linker, read at run
 * time. Compared with `nm` on the kernel's file they show that what was linked is what runs; compared with the table
 * of another relink they show what a relink moves.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"

struct place {
	const char *name;
	const void *address;
};

#define PLACE(symbol)	{#symbol, (const void *)&(symbol)}

extern char start[], kernel_start[];

/* Two of the head, then some of most objects of the body, and the tail's. */
static const struct place places[] = {
	PLACE(kernel_text), PLACE(start), PLACE(endboot),
	PLACE(kernel_start), PLACE(context_switch), PLACE(thread_begin), PLACE(vectors), PLACE(probe_read),
	PLACE(probe_write), PLACE(cpu_identify), PLACE(trap_init), PLACE(trap), PLACE(pmap_enter), PLACE(pmap_remove),
	PLACE(unmap_startup), PLACE(main), PLACE(banner), PLACE(bootinfo_has), PLACE(configure), PLACE(where_print),
	PLACE(kprintf), PLACE(ksnprintf), PLACE(panic), PLACE(msgbuf_putc), PLACE(msgbuf), PLACE(page_alloc),
	PLACE(kmalloc), PLACE(kfree), PLACE(thread_create), PLACE(yield), PLACE(hardclock), PLACE(timeout_add),
	PLACE(random_bytes), PLACE(selftest), PLACE(memcpy), PLACE(strlcpy), PLACE(chacha20_block),
	PLACE(console_putc), PLACE(com_putc), PLACE(pic_interrupt), PLACE(pit_count), PLACE(rtc_seconds),
	PLACE(pci_attach), PLACE(debug_exit), PLACE(drivers), PLACE(hz), PLACE(version), PLACE(root_name),
	PLACE(etext), PLACE(end),
};

/* One line for each, "name 0xaddress"; returns how many there were. */
int where_print(void)
{
	int count = sizeof(places) / sizeof(places[0]);

	for (int i = 0; i < count; i++)
		kprintf("%s %p\n", places[i].name, places[i].address);
	return count;
}
