#include <string.h>

#include "io/csv_own.h"

void
csv_cut_drop(struct csv *c)
{
	encoding_take(&c->f.text, c->at, c->line);
	c->at = c->line = c->mark = c->odd = c->indexed = 0;
	c->scan.lines = c->scan.odds = 0;
}

bool
csv_cut_more(struct csv *c)
{
	csv_cut_drop(c);
	return encoding_more(&c->f.text);
}

bool
csv_cut_index(struct csv *c)
{
	bool all = c->indexed == c->f.text.n;

	csv_cut_drop(c);
	if (all && !encoding_more(&c->f.text))
		return false;
	c->indexed = c->f.text.n < CSV_INDEX_MAX ? c->f.text.n : CSV_INDEX_MAX;
	scan_csv((struct str){ c->f.text.p, c->indexed }, c->delimiter,
	    !c->format->no_quotes, &c->scan);
	return true;
}

void
csv_cut_move(struct csv *c, size_t bytes, size_t lines)
{
	const struct scan *s = &c->scan;

	c->at += bytes;
	c->line += lines;
	if (c->at > c->indexed || lines == 0) {
		csv_cut_drop(c);
		return;
	}
	c->mark = s->line[c->line - 1] + (size_t)1;
	while (c->odd < s->odds && s->odd[c->odd] < c->at)
		c->odd++;
}

struct str
csv_cut_text(struct csv *c, size_t n)
{
	const char *end;
	size_t left;

	do {
		left = csv_own_left(c) - n;
		end = left == 0 ? NULL : memchr(csv_own_text(c) + n, '\n', left);
	} while (end == NULL && left <= FOREIGN_MAX && csv_cut_more(c));
	return (struct str){ csv_own_text(c) + n, end == NULL ? csv_own_left(c) - n :
	    (size_t)(end + 1 - csv_own_text(c)) - n };
}

void
csv_cut_part(struct csv *c, size_t end)
{
	c->ends = buf_grow(c->ends, &c->room, c->parts + 1, sizeof(*c->ends));
	c->ends[c->parts++] = end;
}

/* How far the cutting of a line with quotes has come, and where it copies. */
struct cut {
	size_t at, end;		/* of the line */
	size_t mark, odd;	/* the next in scan */
	char *to;
};

/*
 * Copy a value between quotes, and move behind the last of them.  False if
 * the line has none that ends it, or anything else that is odd.
 */
static bool
unquote(const struct csv *c, struct cut *cut)
{
	const struct scan *s = &c->scan;
	const char *text = c->f.text.p;
	size_t from = s->odd[cut->odd++] + (size_t)1;

	for (;;) {
		size_t quote = cut->odd < s->odds ? s->odd[cut->odd] :
		    cut->end;

		if (quote >= cut->end || text[quote] != '"')
			return false;
		memcpy(cut->to, text + from, quote - from);
		cut->to += quote - from;
		cut->odd++;
		from = quote + 1;
		if (text[from] != '"')
			break;
		/* Doubled: the second one begins what is copied next. */
		cut->odd++;
	}
	cut->at = from;
	while (s->mark[cut->mark] < from)
		cut->mark++;
	return true;
}

/* Copy a value, and move to the delimiter or the end behind it. */
static bool
cut_value(const struct csv *c, struct cut *cut)
{
	const struct scan *s = &c->scan;
	const char *text = c->f.text.p;
	bool quoted = cut->at < cut->end && text[cut->at] == '"';
	size_t stop;

	if (quoted && !unquote(c, cut))
		return false;
	stop = s->mark[cut->mark] < cut->end ? s->mark[cut->mark] : cut->end;
	if (quoted)
		return cut->at == stop;
	if (cut->odd < s->odds && s->odd[cut->odd] < stop)
		return false;
	memcpy(cut->to, text + cut->at, stop - cut->at);
	cut->to += stop - cut->at;
	cut->at = stop;
	return true;
}

/*
 * Take the values of a line apart that has quotes, and nothing else that is
 * odd, each at the start or the end of a value or doubled within it.  False
 * if that is not so; the library then says what it is.
 */
static bool
cut_quoted(struct csv *c, size_t end)
{
	struct cut cut = { c->at, end, c->mark, c->odd, NULL };

	c->parts = 0;
	buf_clear(&c->values);
	cut.to = buf_reserve(&c->values, end - c->at + 1);
	for (;;) {
		if (!cut_value(c, &cut))
			return false;
		csv_cut_part(c, (size_t)(cut.to - c->values.p));
		*cut.to++ = '\t';
		if (cut.at == end)
			break;
		cut.at++;
		cut.mark++;
	}
	c->values.n = (size_t)(cut.to - c->values.p);
	return c->parts == c->f.count;
}

enum csv_found
csv_cut_line(struct csv *c)
{
	const struct scan *s = &c->scan;
	size_t last = s->line[c->line], end = s->mark[last], stop = end;
	bool odd = c->odd < s->odds && s->odd[c->odd] < end;

	if (odd && s->odd[c->odd] + (size_t)1 == end &&
	    c->f.text.p[end - 1] == '\r') {
		stop--;
		odd = false;
	} else if (odd && c->f.text.p[end - 1] == '\r') {
		stop--;
	}
	if (odd ? !cut_quoted(c, stop) :
	    last - c->mark + 1 != c->f.count)
		return CSV_FOUND_FAULTY;
	c->whole = !odd;
	c->library = false;
	c->start = c->at;
	c->end = stop;
	c->first = c->mark;
	c->f.source = (struct str){ csv_own_text(c), end + 1 - c->at };
	c->f.line = c->f.text.line + c->line;
	c->at = end + 1;
	c->line++;
	c->mark = last + 1;
	while (c->odd < s->odds && s->odd[c->odd] < end)
		c->odd++;
	return c->end == c->start ? CSV_FOUND_BLANK : CSV_FOUND_RECORD;
}
