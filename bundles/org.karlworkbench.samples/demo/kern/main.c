/* The boot sequence. Everything that happens from the head's jump to the last line on the console, in order. */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

void banner(void)
{
	kprintf("%s", version);
	kprintf("kernel %#lx-%#lx, %lu KB; memory to %lu MB\n", (uint64_t)kernel_text, (uint64_t)end,
		(uint64_t)(end - kernel_text) / 1024, bootinfo.memory_end >> 20);
}

/* Memory first, because all else needs it; then the processor's tables, because without them a fault is silent. */
static void machine_init(uint32_t words, uint32_t tables)
{
	bootinfo_read(words, tables);
	cpu_init();
	trap_init();
	page_init(bootinfo.tables + 3 * PAGE_SIZE, bootinfo.memory_end);
	pmap_bootstrap();
	sched_init();
}

static _Noreturn void finish(bool good)
{
	kprintf(good ? "demo: ok\n" : "demo: failed\n");
	if (good && bootinfo_has("-a"))
		root_ask();
	if (!bootinfo_has("hold"))
		debug_exit(good);
	/* "hold" on the command line: stay, so that somebody can look at the machine from outside. */
	kprintf("demo: holding\n");
	for (;;)
		intr_wait();
}

/* What a kernel does that goes wrong: the command line asks for it, to try what watches kernels. */
static void misbehave(void)
{
	if (bootinfo_has("panic"))
		panic("as asked");
	if (bootinfo_has("reset"))
		machine_reset();
	while (bootinfo_has("loop"))
		relax();
}

_Noreturn void main(uint32_t words, uint32_t tables)
{
	machine_init(words, tables);
	banner();
	cpu_identify();
	kprintf("%d devices configured, root on %s\n", configure(), root_name());
	kprintf("functions: %d\n", where_print());

	ksyms_print();
	misbehave();

	int failures = selftest();

	/* From here on nothing may need the startup code. */
	bool gone = unmap_startup();

	finish(failures == 0 && gone);
}
