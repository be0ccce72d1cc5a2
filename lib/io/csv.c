#include <stdlib.h>

#include "io/csv_own.h"

char
csv_delimiter(struct str text)
{
	char c = text.n == 1 ? text.p[0] : '\0';

	if (str_eq(text, STR("tab")) || c == '\t')
		return '\t';
	if (c < ' ' || c > '~' || c == '"' || (c >= '0' && c <= '9') ||
	    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return '\0';
	return c;
}

static bool
needs_quotes(struct str value, char delimiter)
{
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] == delimiter || value.p[i] == '"' ||
		    value.p[i] == '\n' || value.p[i] == '\r')
			return true;
	return false;
}

void
csv_append(struct buf *out, struct str value, char delimiter)
{
	if (!needs_quotes(value, delimiter)) {
		buf_add(out, value);
		return;
	}
	buf_byte(out, '"');
	for (size_t i = 0; i < value.n; i++) {
		if (value.p[i] == '"')
			buf_byte(out, '"');
		buf_byte(out, value.p[i]);
	}
	buf_byte(out, '"');
}

static struct csv *
csv_of(struct foreign *f)
{
	return (struct csv *)(void *)f;
}

static enum csv_found
next(struct csv *c)
{
	enum csv_found found;

	/* A last line without an end, or a very long one, is not indexed. */
	while (c->line >= c->scan.lines)
		if (!csv_cut_index(c) ||
		    (c->scan.lines == 0 && c->indexed == CSV_INDEX_MAX))
			return csv_library_next(c);
	if (!c->format->by_library) {
		found = csv_cut_line(c);
		if (found != CSV_FOUND_FAULTY)
			return found;
	}
	return csv_library_next(c);
}

struct foreign *
csv_open(char **files, const struct csv_format *format)
{
	struct csv *c = calloc(1, sizeof(*c));
	size_t room = CSV_INDEX_MAX + 64;

	if (c == NULL)
		die("out of memory");
	c->format = format;
	c->scan.mark = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	c->scan.line = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	c->scan.odd = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	csv_library_open(c);
	encoding_open(&c->f.text, files, format->encoding);
	csv_header_next(c);
	return &c->f;
}

/* What remains to be checked of a record that the library took apart. */
static bool
fits(struct csv *c)
{
	struct str none = { NULL, 0 };

	if (c->parts != c->f.count)
		foreign_refuse(&c->f, none, "%zu value%s for %zu field%s",
		    c->parts, csv_own_plural(c->parts), c->f.count,
		    csv_own_plural(c->f.count));
	return c->parts == c->f.count;
}

static void
refuse(struct csv *c)
{
	struct str none = { NULL, 0 };

	foreign_refuse(&c->f, c->wrong < c->f.count ? c->f.name[c->wrong] :
	    none, "%.*s", STR_ARG(buf_str(&c->why)));
}

bool
csv_next(struct foreign *f)
{
	struct csv *c = csv_of(f);

	for (;;) {
		f->refused_now = false;
		switch (next(c)) {
		case CSV_FOUND_RECORD:
			if (!c->library || fits(c))
				return true;
			break;
		case CSV_FOUND_BLANK:
			break;
		case CSV_FOUND_FAULTY:
			refuse(c);
			break;
		case CSV_FOUND_LONG:
			csv_library_pass(c);
			break;
		case CSV_FOUND_END:
			if (!csv_header_next(c))
				return false;
			break;
		}
	}
}

void
csv_values(struct foreign *f)
{
	struct csv *c = csv_of(f);
	size_t from = c->start;

	for (size_t i = 0; !c->whole && i < f->count; i++)
		f->value[i] = csv_own_part(c, i);
	for (size_t i = 0; c->whole && i < f->count; i++) {
		size_t end = i + 1 < f->count ? c->scan.mark[c->first + i] :
		    c->end;

		f->value[i] = (struct str){ f->text.p + from, end - from };
		from = end + 1;
	}
}

/* The index does not tell a delimiter between quotes as odd. */
static bool
may_need_escapes(const struct csv *c)
{
	return c->library ||
	    (!c->whole && (c->delimiter == '\t' || c->delimiter == '\\'));
}

bool
csv_line(struct foreign *f, struct str *line)
{
	struct csv *c = csv_of(f);
	char *text = f->text.p;

	/* What is not cut by the library is far below the limit. */
	if (may_need_escapes(c)) {
		csv_library_escape(c);
		*line = buf_str(&c->escaped);
		return foreign_fits(f, line->n);
	}
	if (!c->whole) {
		*line = (struct str){ c->values.p, c->values.n - 1 };
		return true;
	}
	for (size_t i = 0; c->delimiter != '\t' && i + 1 < f->count; i++)
		text[c->scan.mark[c->first + i]] = '\t';
	*line = (struct str){ text + c->start, c->end - c->start };
	return true;
}

int
csv_close(struct foreign *f)
{
	struct csv *c = csv_of(f);
	int status = foreign_close(f);

	csv_library_close(c);
	free(c->scan.mark);
	free(c->scan.line);
	free(c->scan.odd);
	free(c->ends);
	buf_free(&c->values);
	buf_free(&c->escaped);
	buf_free(&c->why);
	free(c);
	return status;
}
