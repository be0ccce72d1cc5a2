#include <string.h>

#include "io/csv_own.h"
#include "io/rec.h"

/* The next line as it stands, whatever it is. */
static struct str
next_text(struct csv *c)
{
	struct str line = csv_cut_text(c, 0);

	csv_cut_move(c, line.n, str_ends(line, STR("\n")));
	return line;
}

/* A line sep=; before all others names the delimiter, as Excel has it. */
static void
read_sep(struct csv *c)
{
	const char *file = c->f.text.source.name;
	struct str line;

	while (csv_own_left(c) < sizeof("sep=;\r\n") - 1 &&
	    memchr(csv_own_text(c), '\n', csv_own_left(c)) == NULL && csv_cut_more(c))
		continue;
	line = (struct str){ csv_own_text(c), csv_own_left(c) };
	c->delimiter = c->format->delimiter;
	if (str_starts(line, STR("sep=")) && line.n > 5 &&
	    (line.p[5] == '\n' || (line.p[5] == '\r' && line.n > 6 &&
	    line.p[6] == '\n'))) {
		if (c->delimiter != 0 && c->delimiter != line.p[4])
			die("%s:1: says sep=%c, but the delimiter is said to "
			    "be '%c'", file, line.p[4], c->delimiter);
		c->delimiter = line.p[4];
		buf_add(&c->f.preamble, next_text(c));
	}
	c->guessed = c->delimiter == 0;
	if (c->guessed)
		c->delimiter = ',';
	if (csv_delimiter((struct str){ &c->delimiter, 1 }) == '\0')
		die("%s:1: sep= names no delimiter", file);
}

/* The fields, by the names that are given or else by the header in hand. */
static void
take_names(struct csv *c)
{
	const struct csv_format *format = c->format;
	struct foreign *f = &c->f;

	f->count = format->names != NULL ? format->count : c->parts;
	f->name = arena_array(&f->run, f->count, sizeof(*f->name));
	f->value = arena_array(&f->run, f->count, sizeof(*f->value));
	if (!format->no_header) {
		c->header = arena_array(&f->run, c->parts, sizeof(*c->header));
		for (size_t i = 0; i < c->parts; i++)
			c->header[i] = arena_copy(&f->run, csv_own_part(c, i));
	}
	for (size_t i = 0; i < f->count; i++)
		f->name[i] = format->names != NULL ?
		    arena_copy(&f->run, format->names[i]) : c->header[i];
}

/* The header in hand must be as that of the first file. */
static void
compare_names(const struct csv *c)
{
	const struct foreign *f = &c->f;
	const char *file = f->text.source.name;

	if (c->parts != f->count)
		die("%s:%zu: %zu column%s, but %zu in the first file", file,
		    f->line, c->parts, csv_own_plural(c->parts), f->count);
	for (size_t i = 0; i < c->parts; i++)
		if (!str_eq(csv_own_part(c, i), c->header[i]))
			die("%s:%zu: column %zu is '%.*s', but '%.*s' in the "
			    "first file", file, f->line, i + 1,
			    STR_ARG(foreign_shown(csv_own_part(c, i))),
			    STR_ARG(foreign_shown(c->header[i])));
}

/* Whether a name has something in it that often separates values. */
static bool
has_other(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (strchr(";\t|^:", name.p[i]) != NULL)
			return true;
	return false;
}

static void
read_header(struct csv *c)
{
	const struct csv_format *format = c->format;
	struct foreign *f = &c->f;
	const char *file = f->text.source.name;
	enum csv_found found;

	while ((found = csv_library_next(c)) == CSV_FOUND_BLANK)
		continue;
	if (found == CSV_FOUND_END)
		die("%s: empty: a header line is needed", file);
	if (found == CSV_FOUND_LONG)
		die("%s:%zu: over " FOREIGN_LIMIT " in the header", file,
		    f->line);
	if (found == CSV_FOUND_FAULTY)
		die("%s:%zu: in the header: %.*s", file, f->line,
		    STR_ARG(buf_str(&c->why)));
	if (c->parts == 1 && c->guessed && format->names == NULL &&
	    has_other(csv_own_part(c, 0)))
		die("%s:%zu: one column only: '%.*s'; if something else than a "
		    "comma separates values, give it with -D", file, f->line,
		    STR_ARG(foreign_shown(csv_own_part(c, 0))));
	if (format->names != NULL && c->parts != format->count)
		die("%s:%zu: %zu name%s given for %zu column%s", file, f->line,
		    format->count, format->count == 1 ? " is" : "s are",
		    c->parts, csv_own_plural(c->parts));
	csv_library_escape(c);
	if (c->escaped.n > REC_LINE_MAX)
		die("%s:%zu: over 1 MiB in the header", file, f->line);
	buf_add(&f->preamble, f->source);
	if (f->name == NULL)
		take_names(c);
	else
		compare_names(c);
}

bool
csv_header_next(struct csv *c)
{
	const struct csv_format *format = c->format;

	if (!encoding_next(&c->f.text))
		return false;
	c->at = 0;
	csv_cut_drop(c);
	read_sep(c);
	csv_library_delimiter(c);
	for (size_t i = 0; i < format->skip; i++)
		buf_add(&c->f.preamble, next_text(c));
	if (!format->no_header)
		read_header(c);
	else if (c->f.name == NULL)
		take_names(c);
	return true;
}
