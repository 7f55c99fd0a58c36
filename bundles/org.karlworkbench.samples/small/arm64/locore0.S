/*
 * The head: from QEMU's entry, translation off, to the body's first instruction in the high half. Two tables after the
 * kernel: one for the lower half, where we run now, one for the upper, where we were linked.
 */
#include "layout.h"

	.text
	.globl	_start, start
	.type	start, %function
_start:
start:
	msr	daifset, #0xf
	adrp	x1, end				/* relative to here, so a physical address */
	add	x2, x1, #(2 * PAGE_SIZE)
	mov	x3, x1
1:	stp	xzr, xzr, [x3], #16
	cmp	x3, x2
	b.lo	1b

	mov	x3, #(PTE_BLOCK | PTE_DEVICE)
	mov	x4, #MEMORY
	add	x4, x4, #PTE_BLOCK
	orr	x4, x4, #PTE_SHARED
	stp	x3, x4, [x1]			/* 0: devices; 1 GiB: memory */
	add	x2, x1, #PAGE_SIZE
	stp	x4, x3, [x2]			/* WINDOW: memory; DEVICES */
	msr	ttbr0_el1, x1
	msr	ttbr1_el1, x2

	mov	x3, #MAIR
	msr	mair_el1, x3
	ldr	x3, tcr
	msr	tcr_el1, x3
	dsb	sy
	isb
	mrs	x3, sctlr_el1
	mov	x4, #0x1005			/* translation, caches */
	orr	x3, x3, x4
	msr	sctlr_el1, x3
	isb

	mov	x0, #MEMORY			/* the device tree, where QEMU puts it */
	ldr	x1, entry			/* the head's only tie to the body */
	br	x1
	.size	start, . - start

	.balign	8
tcr:	.quad	TCR
entry:	.quad	kernel_start

	.section .note.GNU-stack, "", %progbits
