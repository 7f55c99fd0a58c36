/* The victim: a number that somebody else writes over. */
#include "quota.h"
#include "kernel.h"

#define QUOTA	1000

static unsigned long quota_left = QUOTA;

void quota_charge(void)
{
	if (quota_left == 0 || quota_left > QUOTA)
		panic("quota: %lu left of %d", quota_left, QUOTA);
	quota_left--;
}
