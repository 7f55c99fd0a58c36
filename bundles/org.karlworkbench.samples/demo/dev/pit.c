/* pit: the 8254 timer. Its channel 0 makes the clock's ticks, on interrupt line 0. */
#include "kernel.h"
#include "machine.h"

#define CHANNEL0	0x40
#define COMMAND		0x43
#define RATE_MODE	0x34	/* channel 0, low byte then high byte, counts down and starts again */
#define LATCH		0x00	/* hold channel 0's count so that both bytes belong together */
#define FREQUENCY	1193182

static unsigned interval;

static void pit_interrupt(void)
{
	hardclock();
}

unsigned pit_count(void)
{
	uint64_t flags = intr_disable();
	unsigned count;

	outb(COMMAND, LATCH);
	count = inb(CHANNEL0);
	count |= (unsigned)inb(CHANNEL0) << 8;
	intr_restore(flags);
	return count;
}

/* It is there if its count changes. */
static bool pit_probe(void)
{
	unsigned first = pit_count();

	for (int i = 0; i < 100000; i++)
		if (pit_count() != first)
			return true;
	return false;
}

bool pit_attach(const char *name)
{
	interval = (FREQUENCY + hz / 2) / hz;
	outb(COMMAND, RATE_MODE);
	outb(CHANNEL0, interval & 0xff);
	outb(CHANNEL0, interval >> 8);
	if (!pit_probe())
		return false;
	pic_enable(0, pit_interrupt);
	kprintf("%s: %d ticks a second, %u counts each\n", name, hz, interval);
	return true;
}
