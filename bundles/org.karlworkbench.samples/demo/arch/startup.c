/*
 * The end of the startup code.
 *
 * A relink moves everything but the head, so the head is what an attacker would know: where it lies, and through its
 * one jump where the body's entry lies. [kernel_text, endboot) holds the ELF headers, the head and the first part of
 * the random gap; `endboot` comes from gap.o and lies on a page boundary. When the devices are found nothing in there
 * is needed again, and its pages go.
 *
 * To say that a page is gone proves nothing. Reading it, and catching the fault, does.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"

/* True if reading one byte faults for the only right reason: at that address, because there is no page. */
static bool is_gone(uint64_t va)
{
	uint8_t value;

	if (probe_read((const void *)va, &value) == 0)
		return false;
	return last_fault.vector == T_PAGE_FAULT && last_fault.address == va &&
		(last_fault.error & (FAULT_PRESENT | FAULT_WRITE)) == 0;
}

static bool is_readable(uint64_t va)
{
	uint8_t value;

	return probe_read((const void *)va, &value) == 0;
}

/* The memory itself still holds the head, and the direct map still shows it: wipe it and give it back. */
static void recycle(uint64_t pa)
{
	memset(phys_to_virt(pa), 0, PAGE_SIZE);
	page_free(pa);
}

bool unmap_startup(void)
{
	uint64_t first = (uint64_t)kernel_text, limit = (uint64_t)endboot, pa;
	unsigned long pages = 0, caught = 0;

	if (limit % PAGE_SIZE != 0 || limit <= first || limit >= (uint64_t)etext)
		panic("startup: endboot is at %#lx", limit);
	for (uint64_t va = first; va < limit; va += PAGE_SIZE)
		if (!is_readable(va))
			panic("startup: %#lx is gone too early", va);

	/* The control for whoever looks from outside: a kernel that keeps what it should take away. */
	if (bootinfo_has("keep")) {
		kprintf("startup: kept %#lx-%#lx\n", first, limit);
		return true;
	}
	for (uint64_t va = first; va < limit; va += PAGE_SIZE, pages++) {
		if (!pmap_remove(va, &pa))
			panic("startup: %#lx was not mapped", va);
		recycle(pa);
	}

	for (uint64_t va = first; va < limit; va += PAGE_SIZE)
		caught += is_gone(va);
	kprintf("startup: unmapped %#lx-%#lx, %lu pages, %lu faults caught\n", first, limit, pages, caught);
	if (!is_readable(limit)) {
		kprintf("startup: endboot at %#lx is gone too\n", limit);
		return false;
	}
	return caught == pages;
}
