/* For this kernel and the small ones. OpenBSD asks for the root device when it is told to (boot -a). There is none here: "exit" is the only answer. */
#include "kernel.h"

static void read_line(char *line, size_t size)
{
	size_t length = 0;
	int c;

	while ((c = com_getc()) != '\r' && c != '\n') {
		if (c < 0)
			continue;
		com_putc((char)c);
		if (length < size - 1)
			line[length++] = (char)c;
	}
	line[length] = '\0';
	kprintf("\n");
}

_Noreturn void root_ask(void)
{
	char answer[16];

	do {
		kprintf("root device: ");
		read_line(answer, sizeof(answer));
	} while (strncmp(answer, "exit", sizeof(answer)) != 0);
	machine_reset();
}
