/* The console: a serial port. */
#include "ten.h"

enum { PORT = 0x3f8 };

static int column;

static void out(int port, unsigned char value)
{
	__asm__ volatile("outb %0, %w1" : : "a"(value), "Nd"(port));
}

void console_attach(void)
{
	out(PORT + 1, 0);
	out(PORT + 3, 3);
	column = 0;
}

void console_put(char c)
{
	column = c == '\n' ? 0 : column + 1;
	if (c == '\n')
		out(PORT, '\r');
	out(PORT, (unsigned char)c);
}
