/*
 * The bug: an initialisation that needs another one, and says so nowhere. Fails whenever cache.o comes before arena.o.
 */
#include "kernel.h"
#include "arena.h"
#include "initcall.h"

static void *cache;

static void cache_init(void)
{
	cache = arena_take(128);
	memset(cache, 0, 128);
}

INITCALL(cache_init);
