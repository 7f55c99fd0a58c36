/*
 * The bug: a device whose address counter has twelve bits, so that a transfer must not cross a page; in its driver
 * nobody thought of that. Fails whenever transfer crosses the boundary of a page.
 */
#include "kernel.h"
#include "layout.h"

uint8_t transfer[768];

/* What the device reads: behind the last byte of a page comes its first. */
static unsigned long device_sum(const volatile uint8_t *from, size_t size)
{
	const volatile uint8_t *page = (const volatile uint8_t *)((unsigned long)from & ~(PAGE_SIZE - 1ul));
	unsigned long sum = 0, offset = from - page;

	for (size_t i = 0; i < size; i++)
		sum += page[(offset + i) % PAGE_SIZE];
	return sum;
}

bool dma_attach(const char *name)
{
	unsigned long sum;

	memset(transfer, 0xff, sizeof(transfer));
	sum = device_sum(transfer, sizeof(transfer));
	if (sum != 0xff * (unsigned long)sizeof(transfer))
		panic("%s: sum %#lx of the transfer at %p", name, sum, (void *)transfer);
	kprintf("%s: transfer at %p\n", name, (void *)transfer);
	return true;
}
