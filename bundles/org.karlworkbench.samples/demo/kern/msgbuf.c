/*
 * The message buffer: what the console said, kept in memory for those who come too late to see it. Until a console
 * is there it is also the only place where a message can go.
 *
 * This file is compiled with -fcommon. `msgbuf` has no initial value, so the compiler only announces it, and the
 * linker gives it a place: a COMMON symbol belongs to no object's .bss and moves by a rule of its own.
 */
#include "kernel.h"

struct msgbuf msgbuf;
unsigned msgbuf_lines;

void msgbuf_putc(char c)
{
	msgbuf.text[msgbuf.written++ % sizeof(msgbuf.text)] = c;
	if (c == '\n')
		msgbuf_lines++;
}

/* Everything that is still there, oldest first. */
void msgbuf_replay(void (*putc)(char))
{
	uint32_t size = sizeof(msgbuf.text);

	for (uint32_t i = msgbuf.written > size ? msgbuf.written - size : 0; i < msgbuf.written; i++)
		putc(msgbuf.text[i % size]);
}
