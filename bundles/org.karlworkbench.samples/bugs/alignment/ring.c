/*
 * The bug: a device with descriptors that have to lie at a multiple of 64, because the low six bits of its register are
 * flags. They are aligned to 32, a cache line of old. Fails whenever ring lies at 32 modulo 64.
 */
#include "kernel.h"

#define FLAGS	63
#define OWNED	0x72696e67

struct descriptor {
	uint64_t address;
	uint32_t length, owner;
};

struct descriptor ring[4] __attribute__((aligned(32)));

/* What the device does with its register: it reads the first descriptor. */
static uint32_t device_start(unsigned long ring_register)
{
	return ((const volatile struct descriptor *)(ring_register & ~(unsigned long)FLAGS))->owner;
}

bool ring_attach(const char *name)
{
	ring[0].owner = OWNED;
	if (device_start((unsigned long)ring) != OWNED)
		panic("%s: the device finds no descriptor at %p", name, (void *)ring);
	kprintf("%s: descriptors at %p\n", name, (void *)ring);
	return true;
}
