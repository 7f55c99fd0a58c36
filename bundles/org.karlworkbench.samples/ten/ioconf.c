/* The devices of this configuration. */
#include "ten.h"

void (*const devices[])(void) = { console_attach };
const int ndevices = sizeof devices / sizeof devices[0];
