/*
 * The bug: a device with descriptors that have to lie at a multiple of 64, because the low six bits of its register are
 * flags. The compiler aligns them to 32. Fails whenever ring lies at 32 modulo 64.
 */
#include "kernel.h"

#define FLAGS	63
#define OWNED	0x72696e67

struct descriptor {
	uint64_t address;
	uint32_t length, owner;
};

struct descriptor ring[4];

/* What the device does with its register: it reads the first descriptor. */
static uint32_t device_start(uint64_t ring_register)
{
	return ((const volatile struct descriptor *)(ring_register & ~(uint64_t)FLAGS))->owner;
}

bool ring_attach(const char *name)
{
	ring[0].owner = OWNED;
	if (device_start((uint64_t)ring) != OWNED)
		panic("%s: the device finds no descriptor at %p", name, (void *)ring);
	kprintf("%s: descriptors at %p\n", name, (void *)ring);
	return true;
}
