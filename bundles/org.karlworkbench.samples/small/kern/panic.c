/* When nothing helps any more: say why, stop. */
#include "kernel.h"

_Noreturn void panic(const char *format, ...)
{
	va_list arguments;

	kprintf("panic: ");
	va_start(arguments, format);
	kvprintf(format, arguments);
	va_end(arguments);
	kprintf("\n");
	for (;;)
		;
}

_Noreturn void trap_fatal(unsigned long cause, unsigned long pc, unsigned long address)
{
	panic("trap %#lx at %#lx, address %#lx", cause, pc, address);
}
