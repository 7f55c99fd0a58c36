/* The boot sequence of a small kernel, in order. */
#include "kernel.h"

static void banner(void)
{
	kprintf("%s", version);
	kprintf("kernel %p-%p, %lu KB\n", kernel_text, end, (unsigned long)(end - kernel_text) / 1024);
}

/* What a kernel does that goes wrong: the boot arguments ask for it, to try what watches kernels. */
static void misbehave(void)
{
	if (bootargs_has("panic"))
		panic("as asked");
	if (bootargs_has("fault"))
		*(volatile char *)8 = 0;
	if (bootargs_has("reset"))
		machine_reset();
	while (bootargs_has("loop"))
		;
}

_Noreturn void main(unsigned long boot)
{
	machine_init(boot);
	banner();
	kprintf("%d devices configured\n", configure());
	kprintf("functions: %d\n", where_print());
	misbehave();

	/* From here on nothing may need the startup code. */
	if (!startup_end())
		panic("startup code is still there");
	kprintf("demo: ok, root on %s\n", root_name());
	root_ask();
}
