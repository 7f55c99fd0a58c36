/* Who we are. Other kernels put date, user and folder in here; this one builds the same bytes everywhere. */
#include "kernel.h"
#include "layout.h"

const char version[] = "KARL demo 0.1 (SMALL) #0, " MACHINE ": the head stays, the rest moves\n";
