/* What the loader's files share: the formats that it reads and writes. All numbers are little-endian. */
#ifndef LOADER_H
#define LOADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "elf64.h"

/* Multiboot Specification 0.6.96, section 3.3. */
#define MULTIBOOT_HAS_ARGUMENTS	0x04
#define MULTIBOOT_HAS_MODULES	0x08
#define MULTIBOOT_HAS_MAP	0x40
struct multiboot {
	uint32_t flags, memory_lower, memory_upper, boot_device, arguments, module_count, modules, symbols[4];
	uint32_t map_length, map;
};
struct module {
	uint32_t start, limit, text, reserved;
};
struct multiboot_memory {
	uint32_t size;			/* of the rest */
	uint64_t address, length;
	uint32_t type;
} __attribute__((packed));

/* gABI, "Program Header". */
struct segment {
	uint32_t type, flags;
	uint64_t offset, virtual, physical, file_size, memory_size, alignment;
};
#define PT_LOAD			1
#define PT_OPENBSD_RANDOMIZE	0x65a3dbe6

/* Where the kernel may lie: above the PC's first MiB, below this loader (ld.script). */
#define LOWEST	0x100000
#define HIGHEST	0x10000000

/* load.c */
struct loaded {
	uint32_t entry, limit;		/* physical; limit: the end of the kernel with its symbols */
};
struct loaded load_kernel(const uint8_t *file, uint32_t size);

/* bootargs.c: the list of boot arguments, and its length. */
uint32_t bootargs_make(const struct multiboot *from, const uint8_t **list);
uint32_t howto_of(const char *words);

/* loader.c */
_Noreturn void die(const char *why);
void copy(void *to, const void *from, uint32_t size);

/* entry.S */
_Noreturn void enter(uint32_t entry, uint32_t howto, uint32_t symbols_end, uint32_t extended, uint32_t conventional,
	uint32_t length, const uint8_t *list);
#endif
