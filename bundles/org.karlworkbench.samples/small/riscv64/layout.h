/*
 * Where things lie: memory begins at 2 GiB, and so does the kernel. It is seen from KERNEL on, in the 2 MiB that one
 * last level table maps; devices, below 1 GiB, from DEVICES on; memory from MEMORY_WINDOW on. Sv39 (Privileged
 * Architecture, section 4.4).
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#define MACHINE		"riscv64"
#define PAGE_SIZE	4096
#define MEMORY		0x80000000
#define KERNEL		0xffffffc000200000
#define KERNBASE	(KERNEL - MEMORY)
#define DEVICES		0xffffffc040000000
#define MEMORY_WINDOW	0xffffffc080000000

/* Where in the first table these three are, 1 GiB each. */
#define SLOT_KERNEL	256
#define SLOT_DEVICES	257
#define SLOT_MEMORY	258

#define PTE_VALID	0x01
#define PTE_READ	0x02
#define PTE_WRITE	0x04
#define PTE_EXEC	0x08
#define PTE_USED	0xc0		/* accessed and dirty */
#define PTE_ALL		0xcf
#define SATP_SV39	0x8000000000000000

#ifndef __ASSEMBLER__
#include <stdint.h>

#define COM	(DEVICES + 0x10000000)
#define FINISH	(DEVICES + 0x100000)	/* QEMU's test device: 0x7777 resets */

static inline void com_write(unsigned reg, uint8_t value)
{
	*(volatile uint8_t *)(COM + reg) = value;
}

static inline uint8_t com_read(unsigned reg)
{
	return *(volatile uint8_t *)(COM + reg);
}
#endif
#endif
