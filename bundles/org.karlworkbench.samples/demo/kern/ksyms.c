/*
 * The kernel's own symbols, where OpenBSD's boot(8) leaves them: an ELF file of its own right after bss, with a header,
 * section headers, symbols and strings. Other loaders leave none.
 */
#include "arch.h"
#include "elf64.h"
#include "kernel.h"
#include "layout.h"

struct symbol {
	uint32_t name;
	uint8_t info, other;
	uint16_t section;
	uint64_t value, size;
};

/* Where a symbol should lie according to the table; 0 if it does not say. */
static uint64_t look_up(const char *base, const struct section *table, const struct section *strings, const char *name)
{
	const struct symbol *symbols = (const struct symbol *)(base + table->offset);

	for (uint64_t i = 0; i < table->size / sizeof(*symbols); i++)
		if (symbols[i].name < strings->size && strcmp(base + strings->offset + symbols[i].name, name) == 0)
			return symbols[i].value;
	return 0;
}

/* They are looked at once, through the direct map: the pages behind the kernel are in no other. */
void ksyms_print(void)
{
	const char *base = phys_to_virt(image_physical(end));
	const struct elf *header = (const struct elf *)base;

	if (bootinfo.tables == image_physical(end) || memcmp(header->ident, "\177ELF", 4) != 0)
		return;
	const struct section *sections = (const struct section *)(base + header->sections);

	for (int i = 0; i < header->section_count; i++)
		if (sections[i].type == SHT_SYMTAB) {
			uint64_t found = look_up(base, &sections[i], &sections[sections[i].link], "main");

			kprintf("symbols: %lu, main at %#lx, %s\n", sections[i].size / sizeof(struct symbol), found,
				found == (uint64_t)main ? "right" : "wrong");
		}
}
