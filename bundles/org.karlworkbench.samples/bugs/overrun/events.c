/*
 * The bug: a search that saves itself a comparison by a sentinel behind the last event, where nobody has left room for
 * one. What was there is put back at once, so that it hurts only whom the search itself calls: quota.c, where its data
 * come next. Fails whenever quota.o follows events.o directly in .data.
 */
#include "kernel.h"
#include "quota.h"

#define EVENTS	16
#define WANTED	0x6576656eul

static volatile unsigned long events[EVENTS] = {1};

/* How many events come before one. */
static unsigned long events_before(unsigned long wanted, volatile unsigned long *last)
{
	volatile unsigned long *sentinel = last + 1, *e = events;
	unsigned long saved = *sentinel;

	*sentinel = wanted;
	for (; *e != wanted; e++)
		quota_charge();
	*sentinel = saved;
	return e - events;
}

bool events_attach(const char *name)
{
	volatile unsigned long *last = events;

	for (int i = 1; i < EVENTS; i++)
		*++last = i;
	kprintf("%s: %lu events\n", name, events_before(WANTED, last));
	return true;
}
