#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

void *
buf_grow(void *p, size_t *room, size_t need, size_t size)
{
	size_t more = *room < 16 ? 16 : *room;

	if (need <= *room && p != NULL)
		return p;
	while (more < need) {
		if (more > SIZE_MAX / 4)
			die("out of memory");
		more += more / 2;
	}
	if (more > SIZE_MAX / 2 / size)
		die("out of memory");
	p = realloc(p, more * size);
	if (p == NULL)
		die("out of memory");
	*room = more;
	return p;
}

char *
buf_reserve(struct buf *b, size_t n)
{
	if (n > SIZE_MAX / 4)
		die("out of memory");
	if (b->p == NULL || b->room - b->n < n)
		b->p = buf_grow(b->p, &b->room, b->n + n, 1);
	return b->p + b->n;
}

void
buf_add(struct buf *b, struct str s)
{
	if (s.n > 0)
		memcpy(buf_reserve(b, s.n), s.p, s.n);
	b->n += s.n;
}

void
buf_byte(struct buf *b, char c)
{
	*buf_reserve(b, 1) = c;
	b->n++;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		die("cannot format: '%s'", fmt);
	/* One more for vsnprintf's NUL, which is not counted. */
	vsnprintf(buf_reserve(b, (size_t)n + 1), (size_t)n + 1, fmt, args);
	va_end(args);
	b->n += (size_t)n;
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
