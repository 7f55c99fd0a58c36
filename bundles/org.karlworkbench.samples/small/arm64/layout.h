/*
 * Where things lie: memory begins at 1 GiB and is seen from WINDOW on; the kernel is loaded 2 MiB into it, and one last
 * level table maps it. Devices, below 1 GiB, are seen from DEVICES on. 39 bits of address, tables of three levels.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#define MACHINE		"arm64"
#define PAGE_SIZE	4096
#define MEMORY		0x40000000
#define WINDOW		0xffffff8000000000
#define KERNBASE	(WINDOW - MEMORY)
#define DEVICES		0xffffff8040000000
#define PLUART		(DEVICES + 0x09000000)

/* Descriptors (Arm ARM, D5.3): what kind, which memory, which rights. */
#define PTE_BLOCK	0x401		/* valid, accessed; a block */
#define PTE_TABLE	0x3
#define PTE_PAGE	0x403
#define PTE_DEVICE	0x4		/* attribute 1 of MAIR */
#define PTE_SHARED	0x300
#define PTE_READ_ONLY	0x80
#define PTE_NOEXEC	0x60000000000000

#define MAIR		0x00ff		/* attribute 0: memory, cached; 1: device */
#define TCR		0x1b5193519	/* both halves: 39 bits, pages of 4 KiB, cached tables; 36 bits of memory */
#define TCR_NO_LOW	0x80		/* no translation for the lower half */
#endif
