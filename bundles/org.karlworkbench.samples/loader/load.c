/* From the file to memory: segments, random bytes, symbols. Nothing in the file is believed before it was checked. */
#include "loader.h"

struct file {
	const uint8_t *bytes;
	uint32_t size;
};

/* A piece of the file, or the end of everything. */
static const void *piece(const struct file *f, uint64_t offset, uint64_t size)
{
	if (offset > f->size || size > f->size - offset)
		die("the kernel's file is cut off");
	return f->bytes + (uint32_t)offset;
}

static const struct elf *header(const struct file *f)
{
	static const uint8_t magic[] = {0x7f, 'E', 'L', 'F', 2, 1};
	const struct elf *e = piece(f, 0, sizeof(*e));

	for (unsigned i = 0; i < sizeof(magic); i++)
		if (e->ident[i] != magic[i])
			die("no ELF-64 file");
	if (e->machine != 62 || e->segment_size != sizeof(struct segment))
		die("no amd64 kernel");
	return e;
}

/* A place in memory where the kernel may lie. */
static uint8_t *place(uint64_t address, uint64_t size)
{
	if (address < LOWEST || address > HIGHEST || size > HIGHEST - address)
		die("the kernel lies where this loader cannot put it");
	return (uint8_t *)(uint32_t)address;
}

static void fill(uint8_t *to, uint32_t size)
{
	for (uint32_t i = 0; i < size; i++)
		to[i] = 0;
}

/* Chance enough for a kernel that runs in an emulator: the time, stirred (xorshift). */
static void fill_random(uint8_t *to, uint32_t size)
{
	uint64_t state;

	__asm__ volatile("rdtsc" : "=A"(state));
	state |= 1;
	for (uint32_t i = 0; i < size; i++) {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		to[i] = (uint8_t)(state >> 32);
	}
}

static uint64_t load_segment(const struct file *f, const struct segment *s)
{
	uint8_t *to = place(s->physical, s->memory_size);

	if (s->file_size > s->memory_size)
		die("a segment is larger in the file than in memory");
	copy(to, piece(f, s->offset, s->file_size), (uint32_t)s->file_size);
	fill(to + (uint32_t)s->file_size, (uint32_t)(s->memory_size - s->file_size));
	return s->physical + s->memory_size;
}

/* Returns the end of the highest segment. */
static uint64_t load_segments(const struct file *f, const struct elf *e)
{
	const struct segment *s = piece(f, e->segments, (uint64_t)e->segment_count * sizeof(*s));
	uint64_t limit = 0;

	for (unsigned i = 0; i < e->segment_count; i++)
		if (s[i].type == PT_LOAD) {
			uint64_t end = load_segment(f, &s[i]);

			limit = end > limit ? end : limit;
		}
	for (unsigned i = 0; i < e->segment_count; i++)
		if (s[i].type == PT_OPENBSD_RANDOMIZE)
			fill_random(place(s[i].physical, s[i].memory_size), (uint32_t)s[i].memory_size);
	return limit;
}

/*
 * ddb(4) looks for an ELF file of its own right after bss: header, section headers, symbols, strings, with offsets
 * from there. Sections that do not come along have no bytes. Returns the end.
 */
static uint64_t load_symbols(const struct file *f, const struct elf *e, uint64_t at)
{
	const struct section *from = piece(f, e->sections, (uint64_t)e->section_count * sizeof(*from));
	uint64_t offset = sizeof(*e) + (uint64_t)e->section_count * sizeof(*from);
	struct elf *to = (struct elf *)place(at, offset);
	struct section *sections = (struct section *)(to + 1);

	copy(to, e, sizeof(*e));
	to->segments = 0;
	to->segment_size = to->segment_count = 0;
	to->sections = sizeof(*e);
	for (unsigned i = 0; i < e->section_count; i++) {
		copy(&sections[i], &from[i], sizeof(from[i]));
		sections[i].offset = 0;
		if (from[i].type != SHT_SYMTAB && from[i].type != SHT_STRTAB)
			continue;
		copy(place(at + offset, from[i].size), piece(f, from[i].offset, from[i].size), (uint32_t)from[i].size);
		sections[i].offset = offset;
		offset = (offset + from[i].size + 7) & ~7ull;
	}
	return at + offset;
}

struct loaded load_kernel(const uint8_t *bytes, uint32_t size)
{
	struct file f = {bytes, size};
	const struct elf *e = header(&f);
	uint64_t limit = (load_segments(&f, e) + 7) & ~7ull;
	struct loaded loaded = {(uint32_t)e->entry & 0x0fffffff, (uint32_t)limit};

	if (e->section_count > 0 && e->section_size == sizeof(struct section))
		loaded.limit = (uint32_t)load_symbols(&f, e, limit);
	if (loaded.entry < LOWEST || loaded.entry >= limit)
		die("the kernel's entry lies outside of it");
	return loaded;
}
