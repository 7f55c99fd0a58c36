/* mips64 as octeon has it, on QEMU's Malta board: traps, the loader's arguments, and the trash. */
#include "kernel.h"
#include "layout.h"

#define VECTOR		(KERNBASE + 0x180)
#define VECTOR_SIZE	16
#define CACHE_LINE	16
#define CAUSE_TRAP	13

extern char vector[];
int probe_execute(const void *address);

volatile struct fault last_fault;
const char startup_verb[] = "trashed";

bool cpu_attach(const char *name)
{
	uint32_t id;

	__asm__ volatile("mfc0 %0, $15" : "=r"(id));
	kprintf("%s at mainbus0: mips64, id %#x\n", name, id);
	return true;
}

/* What was written is to be executed. */
static void sync_code(unsigned long from, unsigned long size)
{
	for (unsigned long line = from; line < from + size; line += CACHE_LINE)
		__asm__ volatile("synci 0(%0)" : : "r"(line) : "memory");
	__asm__ volatile("sync" : : : "memory");
}

/* Addresses are 32 bits wide in the loader's table; their sign fills the rest. */
static const void *wide(uint32_t address)
{
	return (const void *)(long)(int32_t)address;
}

void machine_init(unsigned long boot)
{
	const uint32_t *arguments = wide((uint32_t)boot);

	memcpy((void *)VECTOR, vector, VECTOR_SIZE);
	sync_code(VECTOR, VECTOR_SIZE);
	if (arguments[0] != 0 && arguments[1] != 0)
		bootargs_set(wide(arguments[1]));
}

_Noreturn void machine_reset(void)
{
	for (;;)
		*(volatile uint32_t *)SOFTRES = 0x42;
}

/* Memory that is seen untranslated cannot be unmapped. It is overwritten with an instruction that traps. */
void startup_forget(unsigned long page)
{
	for (unsigned long at = page; at < page + PAGE_SIZE; at += 4)
		*(volatile uint32_t *)at = TRASH;
	sync_code(page, PAGE_SIZE);
}

/* True if nothing but trash is there, and if it traps. */
bool startup_is_gone(unsigned long page)
{
	for (unsigned long at = page; at < page + PAGE_SIZE; at += 4)
		if (*(const volatile uint32_t *)at != TRASH)
			return false;
	return probe_execute((const void *)page) != 0 && last_fault.cause == CAUSE_TRAP;
}
