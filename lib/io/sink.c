#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/scan.h"
#include "io/sink.h"

void
sink_open(struct sink *s, int fd, const char *name)
{
	*s = (struct sink){ .name = name, .fd = fd, .room = SINK_SIZE };
	s->p = malloc(s->room);
	if (s->p == NULL)
		die("out of memory");
}

void
sink_create(struct sink *s, const char *file)
{
	struct target target;
	int fd = target_open(&target, file);

	sink_open(s, fd, file);
	s->target = target;
}

static void
write_all(struct sink *s, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(s->fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_errno("%s", s->name);
		bytes.p += n;
		bytes.n -= (size_t)n;
	}
}

void
sink_flush(struct sink *s)
{
	write_all(s, (struct str){ s->p, s->n });
	s->n = 0;
	s->held = false;
}

void
sink_hold(struct sink *s)
{
	s->held = true;
}

static void
make_room(struct sink *s, size_t n)
{
	if (s->room - s->n >= n)
		return;
	if (s->held)
		s->p = buf_grow(s->p, &s->room, s->n + n, 1);
	else
		sink_flush(s);
}

void
sink_write(struct sink *s, struct str bytes)
{
	make_room(s, bytes.n);
	if (s->room - s->n < bytes.n) {
		write_all(s, bytes);
		return;
	}
	if (bytes.n > 0)
		memcpy(s->p + s->n, bytes.p, bytes.n);
	s->n += bytes.n;
}

void
sink_byte(struct sink *s, char c)
{
	make_room(s, 1);
	s->p[s->n++] = c;
}

void
sink_value(struct sink *s, struct str value)
{
	while (value.n > 0) {
		struct str head = { value.p, scan_plain(value) };

		sink_write(s, head);
		value.p += head.n;
		value.n -= head.n;
		if (value.n == 0)
			return;
		switch (value.p[0]) {
		case '\t': sink_write(s, STR("\\t")); break;
		case '\n': sink_write(s, STR("\\n")); break;
		case '\r': sink_write(s, STR("\\r")); break;
		default: sink_write(s, STR("\\\\")); break;
		}
		value.p++;
		value.n--;
	}
}

void
sink_close(struct sink *s)
{
	sink_flush(s);
	if (s->target.file != NULL)
		target_place(&s->target, s->fd);
	free(s->p);
	s->p = NULL;
}
