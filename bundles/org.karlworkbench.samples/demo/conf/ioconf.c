/* The devices of this kernel, as config(8) would write them out of a kernel configuration. */
#include "kernel.h"

const struct driver drivers[] = {
	{"com0", com_attach},
	{"lapic0", lapic_attach},
	{"pic0", pic_attach},
	{"clock0", pit_attach},
	{"rtc0", rtc_attach},
	{"rng0", rng_attach},
	{"pci0", pci_attach},
	{NULL, NULL},
};
