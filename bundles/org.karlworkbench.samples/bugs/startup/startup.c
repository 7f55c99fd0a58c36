/*
 * The bug: a startup function that is called after it was unmapped, or trashed. It shows with some gaps only, because memory
 * is given back in clusters: what does not fill the last one stays. Fails whenever the gap is so large that the startup
 * code fills the first cluster.
 */
#include "kernel.h"
#include "layout.h"

#define CLUSTER	(4 * PAGE_SIZE)
#define ANSWER	42

int startup_answer(void);	/* in the head */

#ifdef __x86_64__
#include "arch.h"

/* What the small kernels have in their machine.c. */
static void startup_forget(unsigned long page)
{
	uint64_t pa;

	if (!pmap_remove(page, &pa))
		panic("startup: %#lx was not mapped", page);
	page_free(pa);
}
#define startup_end	unmap_startup
#endif

bool startup_end(void)
{
	unsigned long first = (unsigned long)kernel_text, limit = (unsigned long)endboot;

	limit -= (limit - first) % CLUSTER;
	for (unsigned long page = first; page < limit; page += PAGE_SIZE)
		startup_forget(page);
	kprintf("startup: gone is %#lx-%#lx, in clusters\n", first, limit);
	return startup_answer() == ANSWER;
}
