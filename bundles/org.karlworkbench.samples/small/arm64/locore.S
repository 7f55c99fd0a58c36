/* The assembly that stays: the body's first instruction, the probe, and what a fault of it leads to. */
#include "layout.h"

	.text

/* From the head: x0 holds the device tree's physical address. */
	.globl	kernel_start
	.type	kernel_start, %function
kernel_start:
	adrp	x1, boot_stack_top
	add	x1, x1, :lo12:boot_stack_top
	mov	sp, x1
	mov	x29, #0
	adrp	x1, vectors
	add	x1, x1, :lo12:vectors
	msr	vbar_el1, x1
	isb
	bl	main
	.size	kernel_start, . - kernel_start

/* int probe_read(const void *address, uint8_t *value) */
	.globl	probe_read
	.type	probe_read, %function
probe_read:
probe_instruction:
	ldrb	w2, [x0]
	strb	w2, [x1]
	mov	w0, #0
	ret
	.size	probe_read, . - probe_read

	.type	probe_failed, %function
probe_failed:
	mov	w0, #-1
	ret
	.size	probe_failed, . - probe_failed

/* At the probe all registers are free that a call may change. */
	.type	trap, %function
trap:
	mrs	x2, elr_el1
	adr	x3, probe_instruction
	cmp	x2, x3
	b.ne	1f
	mrs	x2, esr_el1
	mrs	x3, far_el1
	adrp	x4, last_fault
	add	x4, x4, :lo12:last_fault
	stp	x2, x3, [x4]
	adr	x2, probe_failed
	msr	elr_el1, x2
	eret
1:	mrs	x0, esr_el1
	mrs	x1, elr_el1
	mrs	x2, far_el1
	bl	trap_fatal
	.size	trap, . - trap

	.balign	2048
	.type	vectors, %function
vectors:
	.rept	16
	b	trap
	.balign	128
	.endr
	.size	vectors, . - vectors

	.bss
	.balign	16
	.type	boot_stack, %object
boot_stack:
	.skip	4 * PAGE_SIZE
	.size	boot_stack, . - boot_stack
boot_stack_top:

	.section .note.GNU-stack, "", %progbits
