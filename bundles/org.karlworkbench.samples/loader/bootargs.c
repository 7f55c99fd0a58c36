/* OpenBSD's boot arguments: a list of {type, size with these three words, next: 0}, each followed by its data. */
#include "loader.h"

#define TYPE_MEMORY	0
#define TYPE_CONSOLE	5
#define TYPE_DDB	8
#define TYPE_END	0xffffffff

#define CONSOLE_COM0	0x800
#define SPEED		115200
#define PORT		0x3f8

#define RB_ASKNAME	0x01
#define RB_SINGLE	0x02
#define RB_KDB		0x40
#define RB_CONFIG	0x400

struct memory {
	uint64_t address, length;
	uint32_t type;
} __attribute__((packed));

static uint32_t list[1024];
static uint32_t used;			/* bytes */

static void add(uint32_t type, const void *data, uint32_t size)
{
	uint32_t words[3] = {type, sizeof(words) + size, 0};

	if (used + sizeof(words) + size > sizeof(list))
		die("too many boot arguments");
	copy((uint8_t *)list + used, words, sizeof(words));
	copy((uint8_t *)list + used + sizeof(words), data, size);
	used += sizeof(words) + size;
}

/* The map that a zero entry ends. */
static void add_memory(const struct multiboot *from)
{
	static struct memory map[64];
	unsigned count = 0;

	if ((from->flags & MULTIBOOT_HAS_MAP) == 0)
		die("nobody says where memory is");
	for (uint32_t at = 0; at < from->map_length && count < 63; count++) {
		const struct multiboot_memory *m = (const struct multiboot_memory *)(from->map + at);

		map[count] = (struct memory){m->address, m->length, m->type};
		at += m->size + sizeof(m->size);
	}
	add(TYPE_MEMORY, map, (count + 1) * sizeof(map[0]));
}

/*
 * Device, speed, port, clock (0: the usual one). Kernels differ here: to older ones the port has 32 bits and the clock
 * ends the argument; to newer ones it has 64, and flags and the registers' width and distance follow (0: those of a PC).
 * With the port's number instead of -1, "look it up", and zeros behind it, all of them read the same.
 */
static const uint32_t console[] = {CONSOLE_COM0, SPEED, PORT, 0, 0, 0, 0, 0};

uint32_t bootargs_make(const struct multiboot *from, const uint8_t **result)
{
	static const uint32_t ddb[] = {1};

	add_memory(from);
	add(TYPE_CONSOLE, console, sizeof(console));
	add(TYPE_DDB, ddb, sizeof(ddb));
	add(TYPE_END, NULL, 0);
	*result = (const uint8_t *)list;
	return used;
}

static uint32_t flag(char letter)
{
	switch (letter) {
	case 'a':
		return RB_ASKNAME;
	case 's':
		return RB_SINGLE;
	case 'd':
		return RB_KDB;
	case 'c':
		return RB_CONFIG;
	default:
		return 0;
	}
}

/* The letters of boot(8)'s options: -a -s -d -c, in any company. The first word is this loader's file. */
uint32_t howto_of(const char *words)
{
	uint32_t howto = 0;
	bool option = false;

	while (*words != '\0' && *words != ' ')
		words++;
	for (; *words != '\0'; words++) {
		if (*words == ' ' || *words == '-')
			option = *words == '-' && (option || words[-1] == ' ');
		else if (option)
			howto |= flag(*words);
	}
	return howto;
}
