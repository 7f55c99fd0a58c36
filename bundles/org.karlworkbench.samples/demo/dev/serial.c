/* com: the 16550 serial port of old, which every emulator has. Without interrupts. */
#include "kernel.h"
#include "machine.h"

#define PORT		0x3f8
#define DATA		(PORT + 0)	/* with LCR_DIVISOR: the divisor's low byte */
#define INTERRUPTS	(PORT + 1)	/* with LCR_DIVISOR: the divisor's high byte */
#define FIFO		(PORT + 2)
#define LCR		(PORT + 3)
#define MODEM		(PORT + 4)
#define LSR		(PORT + 5)
#define SCRATCH		(PORT + 7)

#define LCR_8BITS	0x03
#define LCR_DIVISOR	0x80
#define LSR_FULL	0x01
#define LSR_EMPTY	0x20
#define CLOCK		115200

static const unsigned speed = 115200;

/* The scratch register does nothing but keep a byte; where there is no port nothing keeps it. */
static bool com_probe(void)
{
	outb(SCRATCH, 0xa5);
	if (inb(SCRATCH) != 0xa5)
		return false;
	outb(SCRATCH, 0x5a);
	return inb(SCRATCH) == 0x5a;
}

static void com_set_speed(unsigned baud)
{
	unsigned divisor = CLOCK / baud;

	outb(LCR, LCR_DIVISOR | LCR_8BITS);
	outb(DATA, divisor & 0xff);
	outb(INTERRUPTS, divisor >> 8);
	outb(LCR, LCR_8BITS);
}

/* A line ends with \n alone: what reads us is a file or a terminal that knows what to do. */
void com_putc(char c)
{
	while ((inb(LSR) & LSR_EMPTY) == 0)
		relax();
	outb(DATA, c);
}

int com_getc(void)
{
	return inb(LSR) & LSR_FULL ? inb(DATA) : -1;
}

bool com_attach(const char *name)
{
	if (!com_probe())
		return false;
	outb(INTERRUPTS, 0);
	com_set_speed(speed);
	outb(FIFO, 0x07);	/* on, and empty */
	outb(MODEM, 0x03);	/* ready */
	console_attach(com_putc);
	kprintf("%s: port %#x, %u baud, console\n", name, PORT, speed);
	return true;
}
