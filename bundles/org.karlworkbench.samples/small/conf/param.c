/* The numbers that somebody may want to change. config(8) keeps this file out of OBJS; it is shuffled all the same. */
#include "kernel.h"

unsigned hz = 100, maxusers = 80;
