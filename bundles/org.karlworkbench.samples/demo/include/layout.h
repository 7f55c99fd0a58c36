/*
 * Where things lie, for C, for assembly and (as numbers) for ld.script.
 *
 *	0xffff800000000000	the direct map: all physical memory, read and write, never executable
 *	0xffffffff80000000	KERNBASE; the kernel is linked 16 MiB above it and loaded at 16 MiB
 *	0xffffffffc0000000	DEVICES: registers of devices that lie in memory
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#define PAGE_SIZE	4096
#define LARGE_PAGE	0x200000
#define KERNBASE	0xffffffff80000000
#define DIRECT_MAP	0xffff800000000000
#define DEVICES		0xffffffffc0000000

/* Bits of a page table entry. */
#define PTE_PRESENT	0x001
#define PTE_WRITE	0x002
#define PTE_NOCACHE	0x018
#define PTE_LARGE	0x080
#define PTE_NOEXEC	0x8000000000000000

/* Selectors: entries of the global descriptor table, the early one's and the final one's. */
#define SEL_CODE	0x08
#define SEL_DATA	0x10
#define SEL_TSS		0x18

#ifndef __ASSEMBLER__
#include <stdint.h>

/* From ld.script and from gap.o. Only their addresses mean anything: they have no content of their own. */
extern char kernel_text[], etext[], rodata_start[], erodata[], data_start[], end[];
extern char endboot[];

static inline uint64_t page_round(uint64_t address)
{
	return (address + PAGE_SIZE - 1) & ~(uint64_t)(PAGE_SIZE - 1);
}

/* Physical address of something in the kernel's image. */
static inline uint64_t image_physical(const void *p)
{
	return (uint64_t)p - KERNBASE;
}
#endif
#endif
