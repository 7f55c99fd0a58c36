/* Where things lie: the lowest 512 MiB are seen, untranslated, from KERNBASE on. Registers of devices, uncached. */
#ifndef LAYOUT_H
#define LAYOUT_H

#define MACHINE		"octeon"
#define PAGE_SIZE	16384
#define KERNBASE	0xffffffff80000000
#define TRASH		0x00000034	/* teq zero, zero: traps, always */

#ifndef __ASSEMBLER__
#include <stdint.h>

#define COM	0xffffffffb80003f8	/* Malta's first serial port */
#define SOFTRES	0xffffffffbf000500	/* Malta's register that resets it */

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
