/* The numbers that somebody may want to change. config(8) keeps this file out of OBJS; it is shuffled all the same. */
#include "kernel.h"

const int hz = 100;		/* clock ticks a second */
const int time_slice = 2;	/* ticks that a thread may run while others wait */
const int maxthreads = 16;
