/* pluart: Arm's serial port, PL011 (ARM DDI 0183). Without interrupts. */
#include "layout.h"
#include "kernel.h"

#define DATA		0x00
#define FLAGS		0x18
#define FLAG_EMPTY_IN	0x10
#define FLAG_FULL_OUT	0x20

static volatile uint32_t *reg(unsigned offset)
{
	return (volatile uint32_t *)(PLUART + offset);
}

void com_putc(char c)
{
	while (*reg(FLAGS) & FLAG_FULL_OUT)
		;
	*reg(DATA) = (unsigned char)c;
}

int com_getc(void)
{
	return *reg(FLAGS) & FLAG_EMPTY_IN ? -1 : (int)(*reg(DATA) & 0xff);
}

bool com_attach(const char *name)
{
	kprintf("%s at mainbus0: console\n", name);
	return true;
}
