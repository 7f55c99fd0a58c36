/* arena.c: memory that is set apart at boot. */
void *arena_take(size_t size);
