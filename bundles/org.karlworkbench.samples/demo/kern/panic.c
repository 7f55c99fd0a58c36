/* When nothing helps any more: say why, say where, stop. */
#include "arch.h"
#include "kernel.h"
#include "layout.h"
#include "machine.h"

#define DEPTH	16

struct frame {
	const struct frame *caller;
	uint64_t return_address;
};

static bool panicking;

/*
 * Follows the chain of frame pointers (-fno-omit-frame-pointer makes the compiler keep it). The addresses belong to
 * this relink alone; its ledger entry turns them into names.
 */
void __attribute__((cold)) backtrace(uint64_t frame_pointer)
{
	struct frame frame;

	for (int i = 0; i < DEPTH && frame_pointer >= DIRECT_MAP && frame_pointer % 8 == 0; i++) {
		/* Nothing guarantees that the chain is whole: read it byte by byte, ready for a fault. */
		for (unsigned j = 0; j < sizeof(frame); j++)
			if (probe_read((const uint8_t *)frame_pointer + j, (uint8_t *)&frame + j) != 0)
				return;
		if (frame.return_address == 0)
			return;
		kprintf("  #%d %#lx\n", i, frame.return_address);
		frame_pointer = (uint64_t)frame.caller;
	}
}

_Noreturn void __attribute__((cold)) panic(const char *format, ...)
{
	char message[160];
	va_list arguments;

	intr_disable();
	if (panicking)
		debug_exit(false);
	panicking = true;
	console_rescue();
	va_start(arguments, format);
	kvsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	kprintf("panic: %s\n", message);
	backtrace((uint64_t)__builtin_frame_address(0));
	debug_exit(false);
}
