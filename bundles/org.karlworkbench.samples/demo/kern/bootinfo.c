/*
 * What the loader tells. It is read once, early, through the head's map at KERNBASE, and what matters is copied.
 *
 * PVH's start info is a small structure in low memory with the command line and a map of the memory. OpenBSD's boot(8)
 * leaves words on a stack: what to do, where the symbols end, and a list of boot arguments, the memory map among them.
 */
#include "kernel.h"
#include "layout.h"

#define START_MAGIC	0x336ec578
#define MEMORY_RAM	1
#define MEMORY_MOST	(1024ull << 20)		/* as much as the head's tables reach */
#define API_VERSION	0xe
#define ASK_NAME	0x1
#define ARGUMENT_MEMORY	0
#define ARGUMENT_CONSOLE 5
#define ARGUMENT_END	0xffffffff

struct start_info {
	uint32_t magic, version, flags, modules;
	uint64_t module_list, command_line, rsdp;
	uint64_t memory_map;			/* from version 1 on */
	uint32_t memory_entries, reserved;
};

struct memory_entry {
	uint64_t address, size;
	uint32_t type, reserved;
};

/* OpenBSD's words, as the head found them, and one boot argument, in front of its data. */
struct boot_words {
	uint32_t howto, device, api_version, symbols_end, extended, conventional, length, list;
};
struct boot_argument {
	uint32_t type, size, next;	/* size: with these three words */
};
struct boot_memory {
	uint64_t address, size;
	uint32_t type;
} __attribute__((packed));

/* The console, as today's kernels read it, and as older ones do: a port of 32 bits, then the clock. */
struct boot_console {
	uint32_t device, speed;
	union {
		uint64_t port;
		struct {
			uint32_t port, clock;
		} older;
	};
	uint32_t clock, flags, register_width, register_distance;
} __attribute__((packed));

#define COM0		0x800
#define COM0_PORT	0x3f8

struct bootinfo bootinfo;

static const void *low_memory(uint64_t pa)
{
	return pa < MEMORY_MOST ? (const void *)(KERNBASE + pa) : NULL;
}

/* The end of the piece of memory that holds the kernel; other pieces are not used. */
static void add_memory(uint64_t address, uint64_t size, uint32_t type)
{
	uint64_t kernel_end = image_physical(end), limit = address + size;

	if (type != MEMORY_RAM || address >= kernel_end || limit <= kernel_end)
		return;
	bootinfo.memory_end = limit > MEMORY_MOST ? MEMORY_MOST : limit & ~(uint64_t)(LARGE_PAGE - 1);
}

static void read_start_info(const struct start_info *info)
{
	const struct memory_entry *map = info->version >= 1 ? low_memory(info->memory_map) : NULL;

	for (uint32_t i = 0; map != NULL && i < info->memory_entries; i++)
		add_memory(map[i].address, map[i].size, map[i].type);
	if (info->command_line != 0 && low_memory(info->command_line) != NULL)
		strlcpy(bootinfo.arguments, low_memory(info->command_line), sizeof(bootinfo.arguments));
}

/* There is no other console here; one that a kernel of any age would not find is the loader's mistake. */
static void check_console(const struct boot_console *console)
{
	if (console->device != COM0 || console->port != COM0_PORT || console->clock != 0 || console->flags != 0 ||
	    console->older.port != COM0_PORT || console->older.clock != 0)
		panic("the console's boot argument is not com0");
}

static void read_boot_argument(const struct boot_argument *argument)
{
	const struct boot_memory *map = (const struct boot_memory *)(argument + 1);

	for (; argument->type == ARGUMENT_MEMORY && map->size != 0; map++)
		add_memory(map->address, map->size, map->type);
	if (argument->type == ARGUMENT_CONSOLE)
		check_console((const struct boot_console *)(argument + 1));
}

static void read_boot_words(const struct boot_words *words)
{
	const struct boot_argument *argument = low_memory(words->list);

	while (argument != NULL && argument->type != ARGUMENT_END && argument->size >= sizeof(*argument)) {
		read_boot_argument(argument);
		argument = (const struct boot_argument *)((const char *)argument + argument->size);
	}
	strlcpy(bootinfo.arguments, words->howto & ASK_NAME ? "-a" : "", sizeof(bootinfo.arguments));
}

void bootinfo_read(uint32_t words, uint32_t tables)
{
	const struct start_info *info = low_memory(words);
	const struct boot_words *openbsd = low_memory(words);

	bootinfo.tables = tables;
	if (info != NULL && info->magic == START_MAGIC)
		read_start_info(info);
	else if (openbsd != NULL && openbsd->api_version == API_VERSION)
		read_boot_words(openbsd);
	else
		panic("neither PVH start info nor OpenBSD's words at %#x", words);
	if (bootinfo.memory_end < tables + (4ull << 20))
		panic("memory ends at %#lx: too little", bootinfo.memory_end);
}

/* Is this one of the words on the command line? */
bool bootinfo_has(const char *word)
{
	size_t length = strlen(word);

	for (const char *p = bootinfo.arguments; p != NULL; p = strchr(p, ' ')) {
		while (*p == ' ')
			p++;
		if (strncmp(p, word, length) == 0 && (p[length] == ' ' || p[length] == '\0'))
			return true;
	}
	return false;
}
