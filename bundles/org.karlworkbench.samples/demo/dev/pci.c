/* pci: lists what is plugged in, through configuration mechanism 1: an address port and a data port. */
#include "kernel.h"
#include "machine.h"

#define ADDRESS		0xcf8
#define DATA		0xcfc
#define ENABLE		0x80000000u

#define REG_ID		0x00
#define REG_CLASS	0x08
#define REG_HEADER	0x0c
#define MULTIFUNCTION	0x00800000u

static const char *const class_names[] = {
	"old device", "storage", "network", "display", "multimedia", "memory", "bridge", "communication", "system",
	"input", "docking", "processor", "serial bus", "wireless",
};

static uint32_t pci_read(unsigned bus, unsigned device, unsigned function, unsigned reg)
{
	outl(ADDRESS, ENABLE | bus << 16 | device << 11 | function << 8 | reg);
	return inl(DATA);
}

/* The address port keeps what is written, where there is one. */
static bool pci_probe(void)
{
	outl(ADDRESS, ENABLE);
	return inl(ADDRESS) == ENABLE;
}

static bool print_function(unsigned device, unsigned function)
{
	uint32_t id = pci_read(0, device, function, REG_ID), class;

	if ((id & 0xffff) == 0xffff)
		return false;
	class = pci_read(0, device, function, REG_CLASS) >> 24;
	kprintf("  %u.%u: %s, vendor %04x, product %04x\n", device, function,
		class < sizeof(class_names) / sizeof(class_names[0]) ? class_names[class] : "device", id & 0xffff,
		id >> 16);
	return true;
}

bool pci_attach(const char *name)
{
	int found = 0;

	if (!pci_probe())
		return false;
	kprintf("%s: configuration mechanism 1, bus 0\n", name);
	for (unsigned device = 0; device < 32; device++) {
		if (!print_function(device, 0))
			continue;
		found++;
		if ((pci_read(0, device, 0, REG_HEADER) & MULTIFUNCTION) == 0)
			continue;
		for (unsigned function = 1; function < 8; function++)
			found += print_function(device, function);
	}
	return found > 0;
}
