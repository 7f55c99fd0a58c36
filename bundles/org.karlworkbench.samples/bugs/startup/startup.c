/*
 * The bug: a startup function that is called after it was unmapped. It shows with some gaps only, because memory is
 * given back in clusters: what does not fill the last one stays. Fails whenever the gap is so large that the startup
 * code fills the first cluster.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"

#define CLUSTER	(4 * PAGE_SIZE)
#define ANSWER	42

int startup_answer(void);	/* in the head */

static void unmap(uint64_t va)
{
	uint64_t pa;

	if (!pmap_remove(va, &pa))
		panic("startup: %#lx was not mapped", va);
	page_free(pa);
}

bool unmap_startup(void)
{
	uint64_t first = (uint64_t)kernel_text, limit = (uint64_t)endboot;

	limit -= (limit - first) % CLUSTER;
	for (uint64_t va = first; va < limit; va += PAGE_SIZE)
		unmap(va);
	kprintf("startup: unmapped %#lx-%#lx, in clusters\n", first, limit);
	return startup_answer() == ANSWER;
}
