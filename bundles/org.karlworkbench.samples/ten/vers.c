/* Who this kernel is. */
#include "ten.h"

const char version[] = "KARL ten 1.0 (TEN) #0\n";
