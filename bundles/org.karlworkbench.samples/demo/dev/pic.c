/* pic: two interrupt controllers of the 8259 kind, the second behind the first one's line 2. */
#include "arch.h"
#include "kernel.h"
#include "machine.h"

#define MASTER		0x20
#define SLAVE		0xa0
#define CASCADE		2
#define LINES		16

#define ICW1_INIT	0x11	/* begin; a fourth word follows */
#define ICW4_8086	0x01
#define OCW2_EOI	0x20
#define OCW3_ISR	0x0b	/* the next read gives the lines in service */

static void (*handlers[LINES])(void);
static uint16_t mask = 0xffff & ~(1 << CASCADE);
static unsigned long stray;

static void set_mask(void)
{
	outb(MASTER + 1, mask & 0xff);
	outb(SLAVE + 1, mask >> 8);
}

static void init_one(uint16_t port, int vector, int wiring)
{
	outb(port, ICW1_INIT);
	outb(port + 1, vector);
	outb(port + 1, wiring);
	outb(port + 1, ICW4_8086);
}

/* The controller starts with vectors that the processor uses for exceptions. Move them out of the way. */
bool pic_attach(const char *name)
{
	init_one(MASTER, T_IRQ0, 1 << CASCADE);
	init_one(SLAVE, T_IRQ0 + 8, CASCADE);
	set_mask();
	if (inb(MASTER + 1) != (mask & 0xff))
		return false;
	kprintf("%s: %d lines at vector %d\n", name, LINES, T_IRQ0);
	return true;
}

void pic_enable(int irq, void (*handler)(void))
{
	uint64_t flags = intr_disable();

	handlers[irq] = handler;
	mask &= ~(1 << irq);
	set_mask();
	intr_restore(flags);
}

/* A line that falls back too early shows up as line 7 or 15 without being in service: no answer then. */
static bool is_stray(int irq)
{
	uint16_t port = irq < 8 ? MASTER : SLAVE;

	if (irq % 8 != 7)
		return false;
	outb(port, OCW3_ISR);
	return (inb(port) & 0x80) == 0;
}

void pic_interrupt(int irq)
{
	if (is_stray(irq)) {
		stray++;
		return;
	}
	/* Say that it is served before serving it: the handler may lead to another thread and return much later. */
	if (irq >= 8)
		outb(SLAVE, OCW2_EOI);
	outb(MASTER, OCW2_EOI);
	if (handlers[irq] != NULL)
		handlers[irq]();
}
