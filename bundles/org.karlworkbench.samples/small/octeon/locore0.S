/*
 * The head. Memory is seen where the kernel was linked from the first instruction on; so all there is to do is to let
 * exceptions go to memory rather than to the boot PROM, and to find the body.
 */
#include "layout.h"

	.set	noreorder
	.text
	.globl	start
	.type	start, @function
start:
	li	$8, 0x80			/* 64-bit kernel addresses; no interrupts, exceptions as usual */
	mtc0	$8, $12
	ehb
	move	$4, $5				/* the arguments: a table of 32-bit pointers */
	lui	$25, %hi(kernel_start)		/* the head's only tie to the body */
	daddiu	$25, $25, %lo(kernel_start)
	jr	$25
	nop
	.size	start, . - start

	.section .note.GNU-stack, "", @progbits
