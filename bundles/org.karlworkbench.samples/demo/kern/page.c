/*
 * Physical memory in pages. Pages that were never used are taken from a mark that moves up; pages that came back
 * wait in a list, each holding the address of the next in its first bytes. So nothing has to be set up, however much
 * memory there is, and no table is needed.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

static uint64_t mark, top;		/* [mark, top) was never used */
static uint64_t returned;		/* first page of the list, 0 for none */
static unsigned long returned_count;

void page_init(uint64_t first, uint64_t limit)
{
	mark = page_round(first);
	top = limit;
}

static uint64_t take(void)
{
	uint64_t page = returned;

	if (page != 0) {
		returned = *(uint64_t *)phys_to_virt(page);
		returned_count--;
		return page;
	}
	if (mark >= top)
		panic("out of memory");
	page = mark;
	mark += PAGE_SIZE;
	return page;
}

uint64_t page_alloc(void)
{
	uint64_t flags = intr_disable(), page = take();

	intr_restore(flags);
	memset(phys_to_virt(page), 0, PAGE_SIZE);
	return page;
}

void page_free(uint64_t page)
{
	uint64_t flags = intr_disable();

	*(uint64_t *)phys_to_virt(page) = returned;
	returned = page;
	returned_count++;
	intr_restore(flags);
}

unsigned long page_count_free(void)
{
	return returned_count + (top - mark) / PAGE_SIZE;
}
