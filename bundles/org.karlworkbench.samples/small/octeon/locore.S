/* The assembly that stays: the body's first instruction, the probes, and what their faults lead to. */
#include "layout.h"

	.set	noreorder
	.set	noat
	.text

/* From the head: a0 holds the table of arguments. */
	.globl	kernel_start
	.type	kernel_start, @function
kernel_start:
	lui	$29, %hi(boot_stack_top)
	daddiu	$29, $29, %lo(boot_stack_top)
	jal	main
	nop
	.size	kernel_start, . - kernel_start

/* int probe_read(const void *address, uint8_t *value) */
	.globl	probe_read
	.type	probe_read, @function
probe_read:
probe_instruction:
	lbu	$2, 0($4)
	sb	$2, 0($5)
	jr	$31
	li	$2, 0
	.size	probe_read, . - probe_read

/* int probe_execute(const void *address): goes there; comes back only by an exception, with -1. */
	.globl	probe_execute
	.type	probe_execute, @function
probe_execute:
	lui	$8, %hi(probe_target)
	sd	$4, %lo(probe_target)($8)
	jr	$4
	nop
	.size	probe_execute, . - probe_execute

	.type	probe_failed, @function
probe_failed:
	jr	$31
	li	$2, -1
	.size	probe_failed, . - probe_failed

/* Copied to where the processor goes; four instructions that find the way from anywhere. */
	.globl	vector
	.type	vector, @function
vector:
	lui	$26, %hi(trap)
	daddiu	$26, $26, %lo(trap)
	jr	$26
	nop
	.size	vector, . - vector

/* At the probes all registers are free that a call may change. */
	.type	trap, @function
trap:
	dmfc0	$26, $14			/* where it happened */
	lui	$8, %hi(probe_instruction)
	daddiu	$8, $8, %lo(probe_instruction)
	beq	$26, $8, 1f
	lui	$8, %hi(probe_target)
	ld	$8, %lo(probe_target)($8)
	bne	$26, $8, 2f
	nop
1:	mfc0	$8, $13				/* why */
	dmfc0	$9, $8				/* and which address, where there is one */
	lui	$10, %hi(last_fault)
	daddiu	$10, $10, %lo(last_fault)
	andi	$8, $8, 0x7c
	srl	$8, $8, 2
	sd	$8, 0($10)
	sd	$9, 8($10)
	lui	$8, %hi(probe_failed)
	daddiu	$8, $8, %lo(probe_failed)
	dmtc0	$8, $14
	ehb
	eret
2:	mfc0	$4, $13
	move	$5, $26
	dmfc0	$6, $8
	jal	trap_fatal
	nop
	.size	trap, . - trap

	.bss
	.balign	16
	.type	boot_stack, @object
boot_stack:
	.skip	PAGE_SIZE
	.size	boot_stack, . - boot_stack
boot_stack_top:
	.type	probe_target, @object
probe_target:
	.skip	8
	.size	probe_target, . - probe_target

	.section .note.GNU-stack, "", @progbits
