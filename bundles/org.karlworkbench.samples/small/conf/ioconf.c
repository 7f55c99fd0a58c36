/* The devices of this kernel, as config(8) would write them out of a kernel configuration. */
#include "kernel.h"

const struct driver drivers[] = {
	{"mainbus0", mainbus_attach},
	{"cpu0", cpu_attach},
	{"com0", com_attach},
	{NULL, NULL},
};
