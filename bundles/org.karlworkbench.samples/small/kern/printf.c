/* printf for a small kernel: %s, %c, %d, %u, %x and %p, with # and l. Numbers are as wide as an address. */
#include "kernel.h"

static void put_text(const char *text)
{
	while (*text != '\0')
		com_putc(*text++);
}

static void put_number(unsigned long value, unsigned base)
{
	char digits[24], *p = digits + sizeof(digits);

	*--p = '\0';
	do
		*--p = "0123456789abcdef"[value % base];
	while ((value /= base) != 0);
	put_text(p);
}

static unsigned long number(va_list *arguments, bool is_long)
{
	return is_long ? va_arg(*arguments, unsigned long) : va_arg(*arguments, unsigned);
}

/* One conversion; returns its last character. */
static const char *convert(const char *p, va_list *arguments)
{
	bool prefix = *p == '#', is_long;

	p += prefix;
	is_long = *p == 'l';
	p += is_long;
	if (*p == 's') {
		put_text(va_arg(*arguments, const char *));
	} else if (*p == 'c') {
		com_putc((char)va_arg(*arguments, int));
	} else if (*p == 'd' || *p == 'u') {
		put_number(number(arguments, is_long), 10);
	} else if (*p == 'x') {
		put_text(prefix ? "0x" : "");
		put_number(number(arguments, is_long), 16);
	} else if (*p == 'p') {
		put_text("0x");
		put_number((unsigned long)va_arg(*arguments, void *), 16);
	} else {
		com_putc(*p);
	}
	return p;
}

void kvprintf(const char *format, va_list given)
{
	va_list arguments;

	va_copy(arguments, given);
	for (const char *p = format; *p != '\0'; p++) {
		if (*p == '%')
			p = convert(p + 1, &arguments);
		else
			com_putc(*p);
	}
	va_end(arguments);
}

void kprintf(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	kvprintf(format, arguments);
	va_end(arguments);
}
