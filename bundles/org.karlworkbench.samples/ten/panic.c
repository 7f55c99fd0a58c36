/* Last words. */
#include "ten.h"

void panic(const char *why)
{
	printf("panic: %s\n", why);
	for (;;)
		__asm__ volatile("cli; hlt");
}
