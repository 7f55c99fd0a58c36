/*
 * What the loader tells: PVH's start info, a small structure in low memory with the command line and a map of the
 * memory. It is read once, early, through the head's map at KERNBASE, and what matters is copied.
 */
#include "kernel.h"
#include "layout.h"

#define START_MAGIC	0x336ec578
#define MEMORY_RAM	1
#define MEMORY_MOST	(1024ull << 20)		/* as much as the head's tables reach */

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

struct bootinfo bootinfo;

static const void *low_memory(uint64_t pa)
{
	return pa < MEMORY_MOST ? (const void *)(KERNBASE + pa) : NULL;
}

/* The end of the piece of memory that holds the kernel; other pieces are not used. */
static uint64_t find_memory_end(const struct start_info *info)
{
	const struct memory_entry *map = info->version >= 1 ? low_memory(info->memory_map) : NULL;
	uint64_t kernel_end = image_physical(end), found = 0;

	for (uint32_t i = 0; map != NULL && i < info->memory_entries; i++) {
		uint64_t limit = map[i].address + map[i].size;

		if (map[i].type == MEMORY_RAM && map[i].address < kernel_end && limit > kernel_end)
			found = limit;
	}
	return found > MEMORY_MOST ? MEMORY_MOST : found & ~(uint64_t)(LARGE_PAGE - 1);
}

void bootinfo_read(uint32_t start_info)
{
	const struct start_info *info = low_memory(start_info);

	if (info == NULL || info->magic != START_MAGIC)
		panic("no PVH start info at %#x", start_info);
	bootinfo.memory_end = find_memory_end(info);
	if (bootinfo.memory_end < image_physical(end) + (4ull << 20))
		panic("memory ends at %#lx: too little", bootinfo.memory_end);
	if (info->command_line != 0 && low_memory(info->command_line) != NULL)
		strlcpy(bootinfo.arguments, low_memory(info->command_line), sizeof(bootinfo.arguments));
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
