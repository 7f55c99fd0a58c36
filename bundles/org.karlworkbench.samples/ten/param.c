/* Numbers that a configuration sets. */
#include "ten.h"

const int hz = 100;
const int maxusers = 80;
