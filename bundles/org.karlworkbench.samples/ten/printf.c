/* Formatted output: %s and %d. */
#include "ten.h"

static char digits[24];

static const char *decimal(long n)
{
	char *p = digits + sizeof digits - 1;
	unsigned long left = n < 0 ? -(unsigned long)n : (unsigned long)n;

	memset(digits, 0, sizeof digits);
	do
		*--p = '0' + left % 10;
	while (left /= 10);
	if (n < 0)
		*--p = '-';
	return p;
}

static void put(const char *s)
{
	for (size_t n = strlen(s); n > 0; n--)
		console_put(*s++);
}

void printf(const char *format, ...)
{
	__builtin_va_list args;

	__builtin_va_start(args, format);
	for (; *format; format++) {
		if (*format != '%')
			console_put(*format);
		else if (*++format == 's')
			put(__builtin_va_arg(args, const char *));
		else
			put(decimal(__builtin_va_arg(args, int)));
	}
	__builtin_va_end(args);
}
