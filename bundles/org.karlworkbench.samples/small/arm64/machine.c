/* arm64: pages, and what the device tree says. */
#include "kernel.h"
#include "layout.h"

#define EC_DATA_ABORT		0x25	/* of ESR's bits 31 to 26: of our own level */
#define DFSC_TRANSLATION	0x04	/* of ESR's bits 5 to 2, whatever the level */
#define PSCI_RESET		0x84000009

static uint64_t level1[512] __attribute__((aligned(PAGE_SIZE)));
static uint64_t level2[512] __attribute__((aligned(PAGE_SIZE)));
static uint64_t level3[512] __attribute__((aligned(PAGE_SIZE)));

volatile struct fault last_fault;
const char startup_verb[] = "unmapped";

bool cpu_attach(const char *name)
{
	uint64_t id;

	__asm__ volatile("mrs %0, midr_el1" : "=r"(id));
	kprintf("%s at mainbus0: arm64, midr %#lx\n", name, id);
	return true;
}

static uint64_t physical(const void *p)
{
	return (uint64_t)p - KERNBASE;
}

static void map(const char *from, const char *to, uint64_t flags)
{
	for (const char *p = from; p < to; p += PAGE_SIZE)
		level3[(uint64_t)p >> 12 & 511] = physical(p) | flags | PTE_SHARED | PTE_PAGE;
}

static void forget_translations(void)
{
	__asm__ volatile("dsb ishst; tlbi vmalle1; dsb ish; isb" : : : "memory");
}

/* The lower half goes; of the upper the kernel's own pages stay, the 2 MiB before it, and the devices. */
static void pages_init(void)
{
	map(kernel_text, etext, PTE_READ_ONLY);
	map(rodata_start, erodata, PTE_READ_ONLY | PTE_NOEXEC);
	map(data_start, end, PTE_NOEXEC);
	level2[0] = MEMORY | PTE_NOEXEC | PTE_SHARED | PTE_BLOCK;
	level2[1] = physical(level3) | PTE_TABLE;
	level1[0] = physical(level2) | PTE_TABLE;
	level1[1] = PTE_NOEXEC | PTE_DEVICE | PTE_BLOCK;
	__asm__ volatile("dsb sy; msr ttbr1_el1, %0; msr tcr_el1, %1; isb"
			 : : "r"(physical(level1)), "r"(TCR | TCR_NO_LOW) : "memory");
	forget_translations();
}

void machine_init(unsigned long boot)
{
	pages_init();
	bootargs_set(fdt_text((const void *)(boot + KERNBASE), "chosen", "bootargs"));
}

_Noreturn void machine_reset(void)
{
	register uint64_t call __asm__("x0") = PSCI_RESET;

	for (;;)
		__asm__ volatile("hvc #0" : "+r"(call) : : "memory");
}

void startup_forget(unsigned long page)
{
	level3[page >> 12 & 511] = 0;
	forget_translations();
}

/* True if reading faults for the only right reason: at that address, because there is no page. */
bool startup_is_gone(unsigned long page)
{
	uint8_t value;

	return probe_read((const void *)page, &value) != 0 && last_fault.address == page &&
		last_fault.cause >> 26 == EC_DATA_ABORT && (last_fault.cause & 0x3c) == DFSC_TRANSLATION;
}
