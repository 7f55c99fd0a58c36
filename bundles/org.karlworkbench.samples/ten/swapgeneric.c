/* The tail: always last. */
#include "ten.h"

const char *rootdevice = "sd0a";
