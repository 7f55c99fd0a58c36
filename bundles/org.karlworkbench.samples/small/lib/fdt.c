/*
 * The flattened device tree (Devicetree Specification, chapter 5) in which some machines hand over the boot arguments:
 * big-endian words, a structure block of tokens, and a block of the properties' names.
 */
#include "kernel.h"

#define MAGIC		0xd00dfeed
#define BEGIN_NODE	1
#define END_NODE	2
#define PROPERTY	3
#define NOTHING		4

static uint32_t word(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool same(const char *a, const char *b)
{
	return strncmp(a, b, strlen(b) + 1) == 0;
}

const char *fdt_text(const void *tree, const char *node, const char *property)
{
	const unsigned char *base = tree;
	bool inside = false;

	if (word(base) != MAGIC)
		return NULL;
	const unsigned char *p = base + word(base + 8), *limit = base + word(base + 4);
	const char *names = (const char *)base + word(base + 12);

	while (p < limit) {
		uint32_t token = word(p);

		p += 4;
		if (token == BEGIN_NODE) {
			inside = same((const char *)p, node);
			p += (strlen((const char *)p) + 4) & ~3ul;
		} else if (token == PROPERTY) {
			if (inside && same(names + word(p + 4), property))
				return (const char *)p + 8;
			p += 8 + ((word(p) + 3) & ~3u);
		} else if (token != END_NODE && token != NOTHING) {
			return NULL;
		}
	}
	return NULL;
}
