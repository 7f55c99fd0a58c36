/* The console: whatever device offers itself to print characters, and the message buffer always. */
#include "kernel.h"

static void (*device)(char);

void console_putc(char c)
{
	msgbuf_putc(c);
	if (device != NULL)
		device(c);
}

/* What was said before there was a console is said now. */
void console_attach(void (*putc)(char))
{
	msgbuf_replay(putc);
	device = putc;
}

/* Before a panic's last words: they have to come out, even if it is too early for a console. */
void console_rescue(void)
{
	if (device == NULL)
		com_attach("rescue");
}
