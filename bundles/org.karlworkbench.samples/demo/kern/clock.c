/* Time as the kernel counts it: in ticks, hz of them a second. */
#include "kernel.h"
#include "machine.h"

static volatile uint64_t ticks;
static struct timeout *timeouts;	/* sorted, the next one first */

static void run_timeouts(void)
{
	struct timeout *t;

	while ((t = timeouts) != NULL && t->when <= ticks) {
		timeouts = t->next;
		t->function(t->argument);
	}
}

void hardclock(void)
{
	ticks++;
	run_timeouts();
	sched_tick();
}

uint64_t clock_ticks(void)
{
	return ticks;
}

/* Does a tick come at all? Machines without the old timer exist. Waits for a bounded number of cycles. */
bool clock_runs(void)
{
	uint64_t before = ticks, start = rdtsc();

	while (ticks == before && rdtsc() - start < 1ull << 29)
		relax();
	return ticks != before;
}

void timeout_add(struct timeout *t, unsigned after, void (*function)(void *), void *argument)
{
	uint64_t flags = intr_disable();
	struct timeout **link = &timeouts;

	t->when = ticks + after;
	t->function = function;
	t->argument = argument;
	while (*link != NULL && (*link)->when <= t->when)
		link = &(*link)->next;
	t->next = *link;
	*link = t;
	intr_restore(flags);
}

static void wake_sleeper(void *channel)
{
	wakeup(channel);
}

void sleep_ticks(unsigned count)
{
	struct timeout t;
	/* From here to sleep_on() no tick may come, or the wakeup would find nobody asleep. */
	uint64_t flags = intr_disable();

	timeout_add(&t, count, wake_sleeper, &t);
	sleep_on(&t);
	intr_restore(flags);
}
