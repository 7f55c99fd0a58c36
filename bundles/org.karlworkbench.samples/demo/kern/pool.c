/*
 * Small pieces of memory: one list of free pieces for each power of two. A page is cut into pieces of one size when
 * a list runs empty. Who gives a piece back says how large it was, so pieces need no header, and a size that does
 * not fit its owner shows up early.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

#define SMALLEST	16
#define CLASSES		8	/* 16 to 2048 bytes */

struct piece {
	struct piece *next;
};

static struct piece *free_pieces[CLASSES];
static unsigned long in_use;

static int class_of(size_t size)
{
	int class = 0;

	for (size_t s = SMALLEST; s < size; s <<= 1)
		class++;
	if (size == 0 || class >= CLASSES)
		panic("kmalloc: %lu bytes", size);
	return class;
}

static void refill(int class)
{
	size_t size = (size_t)SMALLEST << class;
	char *page = phys_to_virt(page_alloc());

	for (size_t at = 0; at < PAGE_SIZE; at += size) {
		struct piece *p = (struct piece *)(page + at);

		p->next = free_pieces[class];
		free_pieces[class] = p;
	}
}

void *kmalloc(size_t size)
{
	int class = class_of(size);
	uint64_t flags = intr_disable();
	struct piece *p;

	if (free_pieces[class] == NULL)
		refill(class);
	p = free_pieces[class];
	free_pieces[class] = p->next;
	in_use += (size_t)SMALLEST << class;
	intr_restore(flags);
	return memset(p, 0, size);
}

void kfree(void *address, size_t size)
{
	int class = class_of(size);
	uint64_t flags = intr_disable();
	struct piece *p = address;

	/* Whoever still uses it will notice. */
	memset(p, 0xdf, (size_t)SMALLEST << class);
	p->next = free_pieces[class];
	free_pieces[class] = p;
	in_use -= (size_t)SMALLEST << class;
	intr_restore(flags);
}

unsigned long pool_bytes_in_use(void)
{
	return in_use;
}
