/* What the ten objects know of each other. */
#pragma once

typedef unsigned long size_t;

extern const char version[];		/* vers.c */
extern const int hz, maxusers;		/* param.c */
extern void (*const devices[])(void);	/* ioconf.c */
extern const int ndevices;
extern const char *rootdevice;		/* swapgeneric.c */

void console_attach(void);		/* console.c */
void console_put(char c);
void printf(const char *format, ...);	/* printf.c */
size_t strlen(const char *s);		/* string.c */
void *memset(void *p, int c, size_t n);
int strcmp(const char *a, const char *b);
void panic(const char *why) __attribute__((noreturn));	/* panic.c */
