/*
 * The bug: a search that saves itself a comparison by a sentinel behind the last event, where nobody has left room for
 * one. What was there is put back at once, so that it hurts only whom the search itself calls: quota.c, where its data
 * come next. Fails whenever quota.o follows events.o directly in .data.
 */
#include "kernel.h"
#include "quota.h"

#define EVENTS	16
#define WANTED	0x6576656e74ul

static volatile uint64_t events[EVENTS] = {1};

/* How many events come before one. */
static unsigned long events_before(uint64_t wanted, volatile uint64_t *last)
{
	volatile uint64_t *sentinel = last + 1, *e = events;
	uint64_t saved = *sentinel;

	*sentinel = wanted;
	for (; *e != wanted; e++)
		quota_charge();
	*sentinel = saved;
	return e - events;
}

bool events_attach(const char *name)
{
	volatile uint64_t *last = events;

	for (int i = 1; i < EVENTS; i++)
		*++last = i;
	kprintf("%s: %lu events\n", name, events_before(WANTED, last));
	return true;
}
