/* Who we are. Other kernels put date, user and folder in here; this one builds the same bytes everywhere. */
#include "kernel.h"

const char ostype[] = "KARL demo";
const char osrelease[] = "0.1";
const char osversion[] = "DEMO#0";
const char version[] = "KARL demo 0.1 (DEMO) #0, amd64: the head stays, the rest moves\n";
