#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "io/screen.h"

#define WAITING_MAX ((size_t)4 << 20)
#define GAP 2		/* columns between two cells */
#define NARROWEST 6

struct cell {
	size_t at, n, columns;	/* in text */
};

struct screen {
	struct sink *to;
	size_t count, window, shown;	/* columns in all, and printed */
	size_t *width;
	struct buf text;		/* of the cells that wait */
	struct cell *cell;
	size_t cells, room;
	size_t blanks;			/* owed before the next cell */
	bool flowing;			/* the widths are settled */
};

static void
add_cell(struct screen *s, struct str value)
{
	struct cell *c;

	s->cell = buf_grow(s->cell, &s->room, s->cells + 1, sizeof(*s->cell));
	c = &s->cell[s->cells++];
	c->at = s->text.n;
	c->columns = unicode_visible(&s->text, value);
	c->n = s->text.n - c->at;
}

struct screen *
screen_open(struct sink *to, const struct str *names, size_t count,
    size_t window)
{
	struct screen *s = calloc(1, sizeof(*s));

	if (s == NULL || (s->width = calloc(count + 1, sizeof(size_t))) == NULL)
		die("out of memory");
	s->to = to;
	s->count = s->shown = count;
	s->window = window;
	for (size_t i = 0; i < count; i++)
		add_cell(s, names[i]);
	return s;
}

/*
 * Leave out the last columns that would not fit even when all are narrow,
 * then narrow the widest of the others, again and again.
 */
static void
fit(struct screen *s)
{
	size_t most = (s->window + GAP) / (NARROWEST + GAP), sum = 0;

	if (s->shown > most && s->shown > 1)
		s->shown = most > 1 ? most : 1;
	for (size_t i = 0; i < s->shown; i++)
		sum += s->width[i] + (i > 0 ? GAP : 0);
	for (; sum > s->window; sum--) {
		size_t widest = 0;

		for (size_t i = 0; i < s->shown; i++)
			if (s->width[i] > s->width[widest])
				widest = i;
		if (s->width[widest] <= 1)
			break;
		s->width[widest]--;
	}
}

static void
settle(struct screen *s)
{
	for (size_t i = 0; i < s->cells; i++)
		if (s->cell[i].columns > s->width[i % s->count])
			s->width[i % s->count] = s->cell[i].columns;
	if (s->window > 0)
		fit(s);
	s->flowing = true;
}

/* As much of a text as fits a width, and the columns it takes. */
static size_t
cut(struct str text, size_t width, size_t *columns)
{
	struct str rest = text;
	size_t used = 0, end = 0;

	while (rest.n > 0) {
		used += (size_t)unicode_width(utf8_next(&rest));
		if (used > width)
			break;
		*columns = used;
		end = text.n - rest.n;
	}
	return end;
}

/* The blanks behind a cell wait for another one: no line ends in blanks. */
static void
put_cell(struct screen *s, const struct cell *c, size_t column)
{
	struct str text = { s->text.p + c->at, c->n };
	size_t width = s->width[column], columns = c->columns;
	bool cut_short = columns > width && s->window > 0;

	if (cut_short) {
		columns = 0;
		text.n = cut(text, width - 1, &columns);
		columns++;
	}
	if (columns > 0)
		for (; s->blanks > 0; s->blanks--)
			sink_byte(s->to, ' ');
	sink_write(s->to, text);
	if (cut_short)
		sink_write(s->to, STR("…"));
	s->blanks += GAP + (columns < width ? width - columns : 0);
}

static void
print_waiting(struct screen *s)
{
	for (size_t row = 0; row + s->count <= s->cells; row += s->count) {
		for (size_t i = 0; i < s->shown; i++)
			put_cell(s, &s->cell[row + i], i);
		s->blanks = 0;
		sink_byte(s->to, '\n');
	}
	s->cells = 0;
	buf_clear(&s->text);
}

void
screen_cell(struct screen *s, struct str value)
{
	add_cell(s, value);
	if (s->cells % s->count != 0 ||
	    (!s->flowing && s->text.n + s->cells * sizeof(*s->cell) <
	    WAITING_MAX))
		return;
	if (!s->flowing)
		settle(s);
	print_waiting(s);
}

void
screen_close(struct screen *s)
{
	size_t left;

	if (!s->flowing)
		settle(s);
	print_waiting(s);
	left = s->count - s->shown;
	if (left > 0) {
		struct buf note = { 0 };

		buf_printf(&note, "(%zu more field%s; the window is too "
		    "narrow)\n", left, left == 1 ? "" : "s");
		sink_write(s->to, buf_str(&note));
		buf_free(&note);
	}
	buf_free(&s->text);
	free(s->cell);
	free(s->width);
	free(s);
}
