/* The assembly that stays: the body's first instruction, the probe, and what a fault of it leads to. */
#include "layout.h"

	.text

/* From the head: a0 holds the device tree's physical address. */
	.globl	kernel_start
	.type	kernel_start, @function
kernel_start:
	lla	sp, boot_stack_top
	li	s0, 0
	lla	t0, trap
	csrw	stvec, t0
	call	main
	.size	kernel_start, . - kernel_start

/* int probe_read(const void *address, uint8_t *value) */
	.globl	probe_read
	.type	probe_read, @function
probe_read:
probe_instruction:
	lbu	a2, (a0)
	sb	a2, (a1)
	li	a0, 0
	ret
	.size	probe_read, . - probe_read

	.type	probe_failed, @function
probe_failed:
	li	a0, -1
	ret
	.size	probe_failed, . - probe_failed

/* At the probe all registers are free that a call may change. */
	.balign	4
	.type	trap, @function
trap:
	csrr	t0, sepc
	lla	t1, probe_instruction
	bne	t0, t1, 1f
	csrr	t0, scause
	csrr	t1, stval
	lla	t2, last_fault
	sd	t0, (t2)
	sd	t1, 8(t2)
	lla	t0, probe_failed
	csrw	sepc, t0
	sret
1:	csrr	a0, scause
	csrr	a1, sepc
	csrr	a2, stval
	call	trap_fatal
	.size	trap, . - trap

	.bss
	.balign	16
	.type	boot_stack, @object
boot_stack:
	.skip	4 * PAGE_SIZE
	.size	boot_stack, . - boot_stack
boot_stack_top:

	.section .note.GNU-stack, "", @progbits
