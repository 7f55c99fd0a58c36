/* The parts of an ELF-64 file that are read and written here (gABI, "ELF Header", "Section Header"). */
#ifndef ELF64_H
#define ELF64_H

#include <stdint.h>

struct elf {
	uint8_t ident[16];
	uint16_t type, machine;
	uint32_t version;
	uint64_t entry, segments, sections;
	uint32_t flags;
	uint16_t size, segment_size, segment_count, section_size, section_count, names;
};
struct section {
	uint32_t name, type;
	uint64_t flags, address, offset, size;
	uint32_t link, info;
	uint64_t alignment, entry_size;
};
#define SHT_SYMTAB	2
#define SHT_STRTAB	3
#endif
