/* Where things lie: the kernel at KERNBASE + 2 MiB, loaded at 2 MiB, in the 4 MiB that one page table maps. */
#ifndef LAYOUT_H
#define LAYOUT_H

#define MACHINE		"i386"
#define PAGE_SIZE	4096
#define KERNBASE	0xd0000000

/* Where the head puts its page directory: the last page that its own large page maps. */
#define EARLY_DIRECTORY	0x3ff000

#define PTE_PRESENT	0x01
#define PTE_WRITE	0x02
#define PTE_LARGE	0x80

#define SEL_CODE	0x08
#define SEL_DATA	0x10

#ifndef __ASSEMBLER__
#include <stdint.h>

#define COM	0x3f8

static inline void com_write(unsigned reg, uint8_t value)
{
	__asm__ volatile("outb %0, %1" : : "a"(value), "d"((uint16_t)(COM + reg)));
}

static inline uint8_t com_read(unsigned reg)
{
	uint8_t value;

	__asm__ volatile("inb %1, %0" : "=a"(value) : "d"((uint16_t)(COM + reg)));
	return value;
}
#endif
#endif
