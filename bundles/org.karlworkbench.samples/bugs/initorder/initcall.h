/* Functions that run once at boot, in the order in which the linker came by them: that of the objects. */
typedef void (*initcall_t)(void);

#define INITCALL(function)	\
	static const initcall_t initcall_##function __attribute__((section(".initcalls"), used)) = function
