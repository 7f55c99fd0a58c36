/*
 * Page tables. The head's early tables mapped the first GiB in large pages, everything writable and executable. Here
 * the kernel gets what it needs and no more: code that cannot be written, data that cannot be executed, and pages
 * small enough that the startup code can be taken away alone.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

#define LEVELS		4
#define ADDRESS_MASK	0x000ffffffffff000ull

static uint64_t root;		/* physical address of the level 4 table */

/* Where physical memory can be seen: at KERNBASE by the head's tables, later in the direct map. */
static uint64_t window = KERNBASE;

void *phys_to_virt(uint64_t pa)
{
	return (void *)(window + pa);
}

static unsigned table_index(uint64_t va, int level)
{
	return va >> (12 + 9 * (level - 1)) & 511;
}

/*
 * The entry for va in the table of the given level: level 1 holds pages, level 2 large pages or tables, and so on.
 * Missing tables are made, or give NULL.
 */
static uint64_t *entry_at(uint64_t va, int level, bool make)
{
	uint64_t *table = phys_to_virt(root);

	for (int l = LEVELS; l > level; l--) {
		uint64_t *e = &table[table_index(va, l)];

		if ((*e & PTE_PRESENT) == 0) {
			if (!make)
				return NULL;
			/* Rights are given at the last level only, so the tables above allow everything. */
			*e = page_alloc() | PTE_PRESENT | PTE_WRITE;
		} else if (*e & PTE_LARGE) {
			return NULL;
		}
		table = phys_to_virt(*e & ADDRESS_MASK);
	}
	return &table[table_index(va, level)];
}

void pmap_enter(uint64_t va, uint64_t pa, uint64_t flags)
{
	uint64_t *e = entry_at(va, 1, true);

	if (e == NULL)
		panic("pmap_enter: %#lx lies in a large page", va);
	*e = pa | flags | PTE_PRESENT;
	invlpg(va);
}

/* Takes one page away and tells where it was; false if there was none. */
bool pmap_remove(uint64_t va, uint64_t *pa)
{
	uint64_t *e = entry_at(va, 1, false);

	if (e == NULL || (*e & PTE_PRESENT) == 0)
		return false;
	*pa = *e & ADDRESS_MASK;
	*e = 0;
	invlpg(va);
	return true;
}

bool pmap_extract(uint64_t va, uint64_t *pa, uint64_t *flags)
{
	uint64_t *e = entry_at(va, 1, false);

	if (e == NULL || (*e & PTE_PRESENT) == 0)
		return false;
	*pa = *e & ADDRESS_MASK;
	*flags = *e & ~ADDRESS_MASK;
	return true;
}

static void map_image(const char *from, const char *to, uint64_t flags)
{
	for (uint64_t va = (uint64_t)from; va < page_round((uint64_t)to); va += PAGE_SIZE)
		pmap_enter(va, va - KERNBASE, flags);
}

static void map_direct(uint64_t limit)
{
	for (uint64_t pa = 0; pa < limit; pa += LARGE_PAGE) {
		uint64_t *e = entry_at(DIRECT_MAP + pa, 2, true);

		*e = pa | PTE_PRESENT | PTE_WRITE | PTE_LARGE | PTE_NOEXEC;
	}
}

void pmap_bootstrap(void)
{
	root = page_alloc();
	map_image(kernel_text, etext, 0);
	map_image(rodata_start, erodata, PTE_NOEXEC);
	map_image(data_start, end, PTE_WRITE | PTE_NOEXEC);
	map_direct(bootinfo.memory_end);
	write_cr3(root);
	window = DIRECT_MAP;

	/* Nobody points to the head's three tables any more. */
	for (int i = 0; i < 3; i++)
		page_free(bootinfo.tables + i * PAGE_SIZE);
}
