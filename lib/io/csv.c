#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/scan.h"
#include "io/csv.h"
#include "io/rec.h"

#define INDEX_MAX ((size_t)256 << 10)	/* bytes indexed at a time */
#define GROWTH ((size_t)64 << 10)	/* of libcsv's buffer */
#define NO_FIELD ((size_t)-1)
#define BARE_CR "a CR that ends no line; lines must end in LF or CR LF"

enum found { RECORD, BLANK, FAULTY, LONG, END };

struct csv {
	struct foreign f;	/* first: the one is cast to the other */
	const struct csv_format *format;
	struct str *header;	/* the names in the first file, even under -N */
	char delimiter;		/* of the file being read; */
	bool guessed;		/* nothing says that it is a comma */
	struct csv_parser parser;

	/* The text from f.text.p on: what is indexed, and how far we are. */
	struct scan scan;
	size_t indexed, at;
	size_t line, mark, odd;	/* the next in scan */

	/* The record in hand, if its line is as good as TSV already ... */
	bool whole;
	size_t start, end, first;	/* of its text; of its marks in scan */
	/* ... or else its values, with a byte behind each; and as TSV. */
	struct buf values;
	size_t *ends, parts, room;
	struct buf escaped;
	bool library;		/* the library cut it: escaped holds it */

	struct buf why;		/* what is wrong, if it is FAULTY, */
	size_t wrong;		/* and with which field, or NO_FIELD */
};

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

static const char *
text_at(const struct csv *c)
{
	return c->f.text.p + c->at;
}

static size_t
text_left(const struct csv *c)
{
	return c->f.text.n - c->at;
}

/* Let go of what is done with, and of the index. */
static void
drop_index(struct csv *c)
{
	encoding_take(&c->f.text, c->at, c->line);
	c->at = c->line = c->mark = c->odd = c->indexed = 0;
	c->scan.lines = c->scan.odds = 0;
}

static bool
read_more(struct csv *c)
{
	drop_index(c);
	return encoding_more(&c->f.text);
}

/* Index the text from here on, read more of it if all is indexed. */
static bool
index_more(struct csv *c)
{
	bool all = c->indexed == c->f.text.n;

	drop_index(c);
	if (all && !encoding_more(&c->f.text))
		return false;
	c->indexed = c->f.text.n < INDEX_MAX ? c->f.text.n : INDEX_MAX;
	scan_csv((struct str){ c->f.text.p, c->indexed }, c->delimiter,
	    !c->format->no_quotes, &c->scan);
	return true;
}

/* Move on over a record; the index remains good as far as it reaches. */
static void
move_on(struct csv *c, size_t bytes, size_t lines)
{
	const struct scan *s = &c->scan;

	c->at += bytes;
	c->line += lines;
	if (c->at > c->indexed || lines == 0) {
		drop_index(c);
		return;
	}
	c->mark = s->line[c->line - 1] + (size_t)1;
	while (c->odd < s->odds && s->odd[c->odd] < c->at)
		c->odd++;
}

/*
 * What follows is the short way: lines of which the index tells all.
 */

static void
add_part(struct csv *c, size_t end)
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
		add_part(c, (size_t)(cut.to - c->values.p));
		*cut.to++ = '\t';
		if (cut.at == end)
			break;
		cut.at++;
		cut.mark++;
	}
	c->values.n = (size_t)(cut.to - c->values.p);
	return c->parts == c->f.count;
}

/* The next line in the index.  FAULTY is for the library to judge. */
static enum found
next_line(struct csv *c)
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
		return FAULTY;
	c->whole = !odd;
	c->library = false;
	c->start = c->at;
	c->end = stop;
	c->first = c->mark;
	c->f.source = (struct str){ text_at(c), end + 1 - c->at };
	c->f.line = c->f.text.line + c->line;
	c->at = end + 1;
	c->line++;
	c->mark = last + 1;
	while (c->odd < s->odds && s->odd[c->odd] < end)
		c->odd++;
	return c->end == c->start ? BLANK : RECORD;
}

/*
 * What follows is the long way: find where a record ends, and have libcsv
 * take it apart.
 */

static bool
odd_quotes(struct str s)
{
	bool odd = false;
	const char *quote;

	while ((quote = memchr(s.p, '"', s.n)) != NULL) {
		odd = !odd;
		s.n -= (size_t)(quote + 1 - s.p);
		s.p = quote + 1;
	}
	return odd;
}

/*
 * The line n bytes from here, with its end, or what is left of the file; of
 * one over the limit, the beginning.  What comes before it stays in hand.
 */
static struct str
line_at(struct csv *c, size_t n)
{
	const char *end;
	size_t left;

	do {
		left = text_left(c) - n;
		end = left == 0 ? NULL : memchr(text_at(c) + n, '\n', left);
	} while (end == NULL && left <= FOREIGN_MAX && read_more(c));
	return (struct str){ text_at(c) + n, end == NULL ? text_left(c) - n :
	    (size_t)(end + 1 - text_at(c)) - n };
}

/* Whether a CR stands outside quotes, one of which may be open before. */
static bool
has_bare_cr(struct str s, bool quotes, bool open)
{
	if (memchr(s.p, '\r', s.n) == NULL)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\r' && !open)
			return true;
		else if (s.p[i] == '"' && quotes)
			open = !open;
	return false;
}

static void
on_value(void *value, size_t n, void *data)
{
	struct csv *c = data;

	buf_add(&c->values, (struct str){ value, n });
	add_part(c, c->values.n);
	buf_byte(&c->values, '\t');
}

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static int
is_line_end(unsigned char c)
{
	return c == '\n';
}

static void *
grow_no_further(void *p, size_t n)
{
	return n > FOREIGN_MAX + GROWTH ? NULL : realloc(p, n);
}

static void
open_library(struct csv *c)
{
	if (csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die("libcsv does not start");
	csv_set_delim(&c->parser, (unsigned char)c->delimiter);
	csv_set_space_func(&c->parser, no_blank);
	csv_set_term_func(&c->parser, is_line_end);
	csv_set_realloc_func(&c->parser, grow_no_further);
	csv_set_blk_size(&c->parser, GROWTH);
	if (c->format->no_quotes)
		csv_set_quote(&c->parser, '\0');
}

/* Say what the library does not like in a text, of which so much is good. */
static void
library_fault(struct csv *c, struct str text, size_t good)
{
	struct str rest = { text.p + good, text.n - good };

	while (str_ends(rest, STR("\n")) || str_ends(rest, STR("\r")))
		rest.n--;
	rest = foreign_shown(rest);
	c->wrong = c->parts;
	buf_clear(&c->why);
	if (csv_error(&c->parser) != CSV_EPARSE)
		die("libcsv: %s", csv_strerror(csv_error(&c->parser)));
	if (text.n == 0)
		buf_printf(&c->why, "a quote opens and is not closed to the "
		    "end of the file");
	else if (text.p[good] == '\r')
		buf_printf(&c->why, BARE_CR);
	else if (text.p[good] == '"')
		buf_printf(&c->why, "a quote inside a value without quotes: "
		    "'%.*s'", STR_ARG(rest));
	else
		buf_printf(&c->why, "text behind a closing quote: '%.*s'",
		    STR_ARG(rest));
}

/* Give the library a piece of a record. */
static bool
feed(struct csv *c, struct str text)
{
	size_t n;

	/* In text without quotes NUL stands for them. */
	if (c->format->no_quotes && c->why.n > 0)
		return false;
	n = csv_parse(&c->parser, text.p, text.n, on_value, NULL, c);
	if (n == text.n)
		return true;
	library_fault(c, text, n);
	return false;
}

static void
add_escaped(struct buf *out, struct str value)
{
	while (value.n > 0) {
		struct str head = { value.p, scan_plain(value) };

		buf_add(out, head);
		value.p += head.n;
		value.n -= head.n;
		if (value.n == 0)
			return;
		buf_byte(out, '\\');
		buf_byte(out, value.p[0] == '\t' ? 't' : value.p[0] == '\n' ?
		    'n' : value.p[0] == '\r' ? 'r' : '\\');
		value.p++;
		value.n--;
	}
}

static struct str
part_at(const struct csv *c, size_t i)
{
	size_t from = i == 0 ? 0 : c->ends[i - 1] + 1;

	return (struct str){ c->values.p + from, c->ends[i] - from };
}

static void
escape_parts(struct csv *c)
{
	buf_clear(&c->escaped);
	for (size_t i = 0; i < c->parts; i++) {
		if (i > 0)
			buf_byte(&c->escaped, '\t');
		add_escaped(&c->escaped, part_at(c, i));
	}
}

/* What the library would take for text, but we do not. */
static void
check_text(struct csv *c, struct str text, bool open)
{
	if (c->why.n > 0)
		return;
	if (memchr(text.p, '\0', text.n) != NULL)
		buf_printf(&c->why, "a NUL byte; if the text is UTF-16, give "
		    "-E utf-16le or -E utf-16be");
	else if (has_bare_cr(text, !c->format->no_quotes, open))
		buf_printf(&c->why, BARE_CR);
}

/*
 * Take the record that starts here apart, line by line, to the end of the
 * first line before which all quotes are closed, or that has a fault.
 *
 * As long as the library finds no fault, a quote is open exactly when their
 * number so far is odd.
 */
static enum found
parse(struct csv *c, size_t *bytes, size_t *lines)
{
	bool open = false, ended;

	do {
		struct str line = line_at(c, *bytes);
		bool before = open;

		*bytes += line.n;
		if (*bytes > FOREIGN_MAX)
			return LONG;
		ended = str_ends(line, STR("\n"));
		*lines += ended;
		if (!c->format->no_quotes)
			open ^= odd_quotes(line);
		if (ended && !open)
			line.n -= str_ends(line, STR("\r\n")) ? 2 : 1;
		if (*lines <= 1 && !open && line.n == 0)
			return ended ? BLANK : END;
		check_text(c, line, before);
		if (!feed(c, line))
			return FAULTY;
	} while (ended && open);
	if (csv_fini(&c->parser, on_value, NULL, c) != 0)
		library_fault(c, STR(""), 0);
	return c->why.n > 0 ? FAULTY : RECORD;
}

/* Pass over a record over the limit, piece by piece. */
static void
pass_over(struct csv *c)
{
	bool open = false;

	c->f.source.n = 0;
	foreign_refuse(&c->f, (struct str){ NULL, 0 },
	    "over " FOREIGN_LIMIT " in one record; is a quote not "
	    "closed?");
	while (text_left(c) > 0 || read_more(c)) {
		struct str line = { text_at(c), text_left(c) };
		const char *end = memchr(line.p, '\n', line.n);

		if (end != NULL)
			line.n = (size_t)(end + 1 - line.p);
		foreign_keep(&c->f, line);
		if (!c->format->no_quotes)
			open ^= odd_quotes(line);
		c->at += line.n;
		c->line += end != NULL;
		if (end != NULL && !open)
			break;
	}
	drop_index(c);
}

/* The next record by the library. */
static enum found
next_record(struct csv *c)
{
	size_t bytes = 0, lines = 0;
	enum found found;

	c->parts = 0;
	c->wrong = NO_FIELD;
	buf_clear(&c->values);
	buf_clear(&c->why);
	c->whole = false;
	c->library = true;
	found = parse(c, &bytes, &lines);
	if (found == FAULTY || found == LONG) {
		csv_free(&c->parser);
		open_library(c);
	}
	c->f.source = (struct str){ text_at(c), bytes };
	c->f.line = c->f.text.line + c->line;
	if (found != LONG)
		move_on(c, bytes, lines);
	return found;
}

static enum found
next(struct csv *c)
{
	enum found found;

	/* A last line without an end, or a very long one, is not indexed. */
	while (c->line >= c->scan.lines)
		if (!index_more(c) ||
		    (c->scan.lines == 0 && c->indexed == INDEX_MAX))
			return next_record(c);
	if (!c->format->by_library) {
		found = next_line(c);
		if (found != FAULTY)
			return found;
	}
	return next_record(c);
}

/*
 * What follows is the beginning of a file.
 */

/* The next line as it stands, whatever it is. */
static struct str
next_text(struct csv *c)
{
	struct str line = line_at(c, 0);

	move_on(c, line.n, str_ends(line, STR("\n")));
	return line;
}

/* A line sep=; before all others names the delimiter, as Excel has it. */
static void
read_sep(struct csv *c)
{
	const char *file = c->f.text.source.name;
	struct str line;

	while (text_left(c) < sizeof("sep=;\r\n") - 1 &&
	    memchr(text_at(c), '\n', text_left(c)) == NULL && read_more(c))
		continue;
	line = (struct str){ text_at(c), text_left(c) };
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
			c->header[i] = arena_copy(&f->run, part_at(c, i));
	}
	for (size_t i = 0; i < f->count; i++)
		f->name[i] = format->names != NULL ?
		    arena_copy(&f->run, format->names[i]) : c->header[i];
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* The header in hand must be as that of the first file. */
static void
compare_names(const struct csv *c)
{
	const struct foreign *f = &c->f;
	const char *file = f->text.source.name;

	if (c->parts != f->count)
		die("%s:%zu: %zu column%s, but %zu in the first file", file,
		    f->line, c->parts, plural(c->parts), f->count);
	for (size_t i = 0; i < c->parts; i++)
		if (!str_eq(part_at(c, i), c->header[i]))
			die("%s:%zu: column %zu is '%.*s', but '%.*s' in the "
			    "first file", file, f->line, i + 1,
			    STR_ARG(foreign_shown(part_at(c, i))),
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
	enum found found;

	while ((found = next_record(c)) == BLANK)
		continue;
	if (found == END)
		die("%s: empty: a header line is needed", file);
	if (found == LONG)
		die("%s:%zu: over " FOREIGN_LIMIT " in the header", file,
		    f->line);
	if (found == FAULTY)
		die("%s:%zu: in the header: %.*s", file, f->line,
		    STR_ARG(buf_str(&c->why)));
	if (c->parts == 1 && c->guessed && format->names == NULL &&
	    has_other(part_at(c, 0)))
		die("%s:%zu: one column only: '%.*s'; if something else than a "
		    "comma separates values, give it with -D", file, f->line,
		    STR_ARG(foreign_shown(part_at(c, 0))));
	if (format->names != NULL && c->parts != format->count)
		die("%s:%zu: %zu name%s given for %zu column%s", file, f->line,
		    format->count, format->count == 1 ? " is" : "s are",
		    c->parts, plural(c->parts));
	escape_parts(c);
	if (c->escaped.n > REC_LINE_MAX)
		die("%s:%zu: over 1 MiB in the header", file, f->line);
	buf_add(&f->preamble, f->source);
	if (f->name == NULL)
		take_names(c);
	else
		compare_names(c);
}

/* Open the next file, up to its first record.  False after the last. */
static bool
open_next(struct csv *c)
{
	const struct csv_format *format = c->format;

	if (!encoding_next(&c->f.text))
		return false;
	c->at = 0;
	drop_index(c);
	read_sep(c);
	csv_set_delim(&c->parser, (unsigned char)c->delimiter);
	for (size_t i = 0; i < format->skip; i++)
		buf_add(&c->f.preamble, next_text(c));
	if (!format->no_header)
		read_header(c);
	else if (c->f.name == NULL)
		take_names(c);
	return true;
}

struct foreign *
csv_open(char **files, const struct csv_format *format)
{
	struct csv *c = calloc(1, sizeof(*c));
	size_t room = INDEX_MAX + 64;

	if (c == NULL)
		die("out of memory");
	c->format = format;
	c->scan.mark = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	c->scan.line = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	c->scan.odd = buf_grow(NULL, &(size_t){ 0 }, room, sizeof(uint32_t));
	open_library(c);
	encoding_open(&c->f.text, files, format->encoding);
	open_next(c);
	return &c->f;
}

/* What remains to be checked of a record that the library took apart. */
static bool
fits(struct csv *c)
{
	struct str none = { NULL, 0 };

	if (c->parts != c->f.count)
		foreign_refuse(&c->f, none, "%zu value%s for %zu field%s",
		    c->parts, plural(c->parts), c->f.count,
		    plural(c->f.count));
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
		case RECORD:
			if (!c->library || fits(c))
				return true;
			break;
		case BLANK:
			break;
		case FAULTY:
			refuse(c);
			break;
		case LONG:
			pass_over(c);
			break;
		case END:
			if (!open_next(c))
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
		f->value[i] = part_at(c, i);
	for (size_t i = 0; c->whole && i < f->count; i++) {
		size_t end = i + 1 < f->count ? c->scan.mark[c->first + i] :
		    c->end;

		f->value[i] = (struct str){ f->text.p + from, end - from };
		from = end + 1;
	}
}

bool
csv_line(struct foreign *f, struct str *line)
{
	struct csv *c = csv_of(f);
	char *text = f->text.p;

	/* What is not cut by the library is far below the limit. */
	if (c->library) {
		escape_parts(c);
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

	csv_free(&c->parser);
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
