/* printf for a kernel: no floating point, no memory of its own, characters go out one by one. */
#include "kernel.h"

struct sink {
	void (*put)(struct sink *, char);
	char *to;		/* for ksnprintf: where the next one goes */
	size_t room;		/* and how many still fit, the final 0 not counted */
	int count;
};

struct spec {
	bool zero, alternate;
	int width, length;	/* length: the number of l's */
};

static void put_console(struct sink *s, char c)
{
	s->count++;
	console_putc(c);
}

static void put_memory(struct sink *s, char c)
{
	s->count++;
	if (s->room > 0) {
		*s->to++ = c;
		s->room--;
	}
}

static void pad(struct sink *s, char with, int count)
{
	while (count-- > 0)
		s->put(s, with);
}

static void put_text(struct sink *s, const char *text, const struct spec *f)
{
	if (text == NULL)
		text = "(null)";
	pad(s, ' ', f->width - (int)strlen(text));
	while (*text != '\0')
		s->put(s, *text++);
}

/* Digits come out last first, so they are gathered from the end of a buffer. */
static void put_number(struct sink *s, uint64_t value, unsigned base, const char *prefix, const struct spec *f)
{
	char digits[24], *p = digits + sizeof(digits);
	int width;

	do
		*--p = "0123456789abcdef"[value % base];
	while ((value /= base) != 0);
	width = (int)(digits + sizeof(digits) - p) + (int)strlen(prefix);
	if (!f->zero)
		pad(s, ' ', f->width - width);
	while (*prefix != '\0')
		s->put(s, *prefix++);
	if (f->zero)
		pad(s, '0', f->width - width);
	while (p < digits + sizeof(digits))
		s->put(s, *p++);
}

static const char *parse(const char *p, struct spec *f)
{
	*f = (struct spec){0};
	for (;; p++) {
		if (*p == '0')
			f->zero = true;
		else if (*p == '#')
			f->alternate = true;
		else
			break;
	}
	while (*p >= '0' && *p <= '9')
		f->width = f->width * 10 + *p++ - '0';
	while (*p == 'l')
		f->length++, p++;
	return p;
}

static void format(struct sink *s, const char *p, va_list arguments)
{
	struct spec f;
	int64_t number;

	for (; *p != '\0'; p++) {
		if (*p != '%') {
			s->put(s, *p);
			continue;
		}
		p = parse(p + 1, &f);
		switch (*p) {
		case 'c':
			s->put(s, (char)va_arg(arguments, int));
			break;
		case 's':
			put_text(s, va_arg(arguments, const char *), &f);
			break;
		case 'd':
			number = f.length ? va_arg(arguments, int64_t) : va_arg(arguments, int);
			put_number(s, number < 0 ? -(uint64_t)number : (uint64_t)number, 10, number < 0 ? "-" : "", &f);
			break;
		case 'u':
			put_number(s, f.length ? va_arg(arguments, uint64_t) : va_arg(arguments, unsigned), 10, "", &f);
			break;
		case 'x':
			put_number(s, f.length ? va_arg(arguments, uint64_t) : va_arg(arguments, unsigned), 16,
				f.alternate ? "0x" : "", &f);
			break;
		case 'p':
			put_number(s, (uint64_t)va_arg(arguments, void *), 16, "0x", &f);
			break;
		case '\0':
			return;
		default:	/* '%' and whatever we do not know */
			s->put(s, *p);
		}
	}
}

void kprintf(const char *message, ...)
{
	struct sink s = {.put = put_console};
	va_list arguments;

	va_start(arguments, message);
	format(&s, message, arguments);
	va_end(arguments);
}

/* Never writes more than size bytes, always ends them with a 0; returns how long the whole text would be. */
int kvsnprintf(char *to, size_t size, const char *message, va_list arguments)
{
	struct sink s = {.put = put_memory, .to = to, .room = size > 0 ? size - 1 : 0};

	format(&s, message, arguments);
	if (size > 0)
		*s.to = '\0';
	return s.count;
}

int ksnprintf(char *to, size_t size, const char *message, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, message);
	length = kvsnprintf(to, size, message, arguments);
	va_end(arguments);
	return length;
}
