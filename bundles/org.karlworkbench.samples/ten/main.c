/* Where the kernel begins: it says who it is, asks its devices, and looks for a root device. */
#include "ten.h"

static int ticks;

static void configure(void)
{
	for (int i = 0; i < ndevices; i++)
		devices[i]();
}

void main(void)
{
	configure();
	printf("%s", version);
	printf("%d ticks a second, %d users\n", hz, maxusers);
	ticks = hz;
	if (strcmp(rootdevice, "") == 0)
		panic("no root device");
	printf("root on %s after %d ticks\n", rootdevice, ticks);
}
