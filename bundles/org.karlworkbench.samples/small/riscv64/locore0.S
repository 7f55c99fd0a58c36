/*
 * The head: from machine mode, where nothing is translated, to the body's first instruction in supervisor mode. Two
 * tables after the kernel: the first level, and the second for the kernel's GiB.
 */
#include "layout.h"

	.text
	.globl	_start, start
	.type	start, @function
_start:
start:
	csrw	mie, zero
	lla	s1, end				/* relative to here, so a physical address */
	li	t0, 2 * PAGE_SIZE
	add	t1, s1, t0
	mv	t2, s1
1:	sd	zero, (t2)
	addi	t2, t2, 8
	bltu	t2, t1, 1b

	li	t0, PAGE_SIZE
	add	s2, s1, t0			/* the second level */
	srli	t0, s2, 2
	ori	t0, t0, PTE_VALID
	li	t1, SLOT_KERNEL * 8
	add	t1, t1, s1
	sd	t0, (t1)
	li	t0, PTE_ALL			/* devices */
	sd	t0, (SLOT_DEVICES - SLOT_KERNEL) * 8(t1)
	li	t0, (MEMORY >> 2) | PTE_ALL	/* memory, in 1 GiB, and in 2 MiB for the kernel */
	sd	t0, (SLOT_MEMORY - SLOT_KERNEL) * 8(t1)
	sd	t0, 8(s2)

	li	t0, -1				/* all memory is the supervisor's */
	csrw	pmpaddr0, t0
	li	t0, 0x1f
	csrw	pmpcfg0, t0
	li	t0, 0xffff			/* and all its exceptions */
	csrw	medeleg, t0
	li	t0, SATP_SV39
	srli	t1, s1, 12
	or	t0, t0, t1
	csrw	satp, t0
	sfence.vma
	li	t0, 0x1800			/* return to supervisor mode */
	csrc	mstatus, t0
	li	t0, 0x800
	csrs	mstatus, t0
	lla	t0, entry			/* the head's only tie to the body */
	ld	t0, (t0)
	csrw	mepc, t0
	mv	a0, a1				/* the device tree */
	mret
	.size	start, . - start

	.balign	8
entry:	.dword	kernel_start

	.section .note.GNU-stack, "", @progbits
