/* Strings and memory; nearly every object refers to it. */
#include "ten.h"

size_t strlen(const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return n;
}

int strcmp(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a - *b;
}

void *memset(void *p, int c, size_t n)
{
	for (char *at = p; n > 0; n--)
		*at++ = (char)c;
	return p;
}
