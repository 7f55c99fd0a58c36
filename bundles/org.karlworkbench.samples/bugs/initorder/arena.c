/* Memory that is set apart at boot. */
#include "kernel.h"
#include "arena.h"
#include "initcall.h"

#define ARENA	1024

static uint8_t memory[ARENA], *arena_next;
static size_t arena_left;

static void arena_init(void)
{
	arena_next = memory;
	arena_left = ARENA;
}

INITCALL(arena_init);

void *arena_take(size_t size)
{
	uint8_t *taken = arena_next;

	if (arena_left < size)
		panic("arena: %lu bytes wanted, %lu left", (unsigned long)size, (unsigned long)arena_left);
	arena_next += size;
	arena_left -= size;
	return taken;
}
