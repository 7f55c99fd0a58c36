/* com: the 16550 serial port of old, at ports or in memory as layout.h says. Without interrupts. */
#include "layout.h"
#include "kernel.h"

#define DATA		0
#define LSR		5
#define LSR_FULL	0x01
#define LSR_EMPTY	0x20

void com_putc(char c)
{
	while ((com_read(LSR) & LSR_EMPTY) == 0)
		;
	com_write(DATA, c);
}

int com_getc(void)
{
	return com_read(LSR) & LSR_FULL ? com_read(DATA) : -1;
}

bool com_attach(const char *name)
{
	kprintf("%s at mainbus0: console\n", name);
	return true;
}
