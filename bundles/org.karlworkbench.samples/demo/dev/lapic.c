/*
 * lapic: the interrupt controller inside the processor. The old pic's wire ends at its input LINT0; firmware usually
 * connects the two ("virtual wire mode"), but a machine without much firmware leaves that to us.
 */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

#define MSR_APIC_BASE	0x1b
#define BASE_ENABLED	0x800
#define BASE_ADDRESS	0xffffff000ul

#define SPURIOUS	0xf0
#define SPURIOUS_ON	0x100
#define LINT0		0x350
#define LINT0_EXTERNAL	0x700	/* ask the pic for the vector */

static volatile uint32_t *registers;

static void lapic_write(unsigned reg, uint32_t value)
{
	registers[reg / 4] = value;
	(void)registers[reg / 4];	/* reading back makes sure that the write has arrived */
}

bool lapic_attach(const char *name)
{
	uint64_t base;

	if ((cpuid(1).edx >> 9 & 1) == 0 || probe_msr(MSR_APIC_BASE, &base) != 0 || (base & BASE_ENABLED) == 0)
		return false;
	pmap_enter(DEVICES, base & BASE_ADDRESS, PTE_WRITE | PTE_NOEXEC | PTE_NOCACHE);
	registers = (volatile uint32_t *)DEVICES;
	lapic_write(SPURIOUS, SPURIOUS_ON | (VECTORS - 1));
	lapic_write(LINT0, LINT0_EXTERNAL);
	kprintf("%s: at %#lx, LINT0 takes the pic's interrupts\n", name, base & BASE_ADDRESS);
	return true;
}
