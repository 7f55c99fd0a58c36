/*
 * Strings and memory. The compiler calls memcpy, memmove, memset and memcmp on its own, so a kernel has to have
 * them. Nearly every object refers to this one: wherever it moves, hundreds of relocations follow.
 */
#include "kernel.h"

void *memcpy(void *to, const void *from, size_t size)
{
	void *result = to;

	/* The processor's own loop. A loop in C would be turned into a call of memcpy: of itself. */
	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
	return result;
}

void *memmove(void *to, const void *from, size_t size)
{
	char *t = to;
	const char *f = from;

	if (t <= f || t >= f + size)
		return memcpy(to, from, size);
	while (size-- > 0)	/* overlapping, and the target is higher: from the end */
		t[size] = f[size];
	return to;
}

void *memset(void *to, int value, size_t size)
{
	void *result = to;

	__asm__ volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
	return result;
}

int memcmp(const void *a, const void *b, size_t size)
{
	const unsigned char *p = a, *q = b;

	for (; size > 0; size--, p++, q++)
		if (*p != *q)
			return *p - *q;
	return 0;
}

size_t strlen(const char *s)
{
	const char *p = s;

	while (*p != '\0')
		p++;
	return p - s;
}

int strcmp(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b)
		a++, b++;
	return (unsigned char)*a - (unsigned char)*b;
}

int strncmp(const char *a, const char *b, size_t size)
{
	for (; size > 0; size--, a++, b++)
		if (*a != *b || *a == '\0')
			return (unsigned char)*a - (unsigned char)*b;
	return 0;
}

/* Never writes more than size bytes, always ends them with a 0; returns from's length. */
size_t strlcpy(char *to, const char *from, size_t size)
{
	size_t length = strlen(from);

	if (size > 0) {
		size_t n = length < size ? length : size - 1;

		memcpy(to, from, n);
		to[n] = '\0';
	}
	return length;
}

char *strchr(const char *s, int c)
{
	for (; *s != (char)c; s++)
		if (*s == '\0')
			return NULL;
	return (char *)s;
}
