/* The tail: where the root file system is. Always linked last, never shuffled. There is no file system here. */
#include "kernel.h"

const char *rootdevice = "memory";

const char *root_name(void)
{
	return rootdevice;
}
