#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "io/csv_own.h"

#define GROWTH ((size_t)64 << 10)	/* of libcsv's buffer */
#define BARE_CR "a CR that ends no line; lines must end in LF or CR LF"

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
	csv_cut_part(c, c->values.n);
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

void
csv_library_open(struct csv *c)
{
	if (c->parser == NULL)
		c->parser = malloc(sizeof(*c->parser));
	if (c->parser == NULL)
		die("out of memory");
	if (csv_init(c->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die("libcsv does not start");
	csv_set_delim(c->parser, (unsigned char)c->delimiter);
	csv_set_space_func(c->parser, no_blank);
	csv_set_term_func(c->parser, is_line_end);
	csv_set_realloc_func(c->parser, grow_no_further);
	csv_set_blk_size(c->parser, GROWTH);
	if (c->format->no_quotes)
		csv_set_quote(c->parser, '\0');
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
	if (csv_error(c->parser) != CSV_EPARSE)
		die("libcsv: %s", csv_strerror(csv_error(c->parser)));
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
	n = csv_parse(c->parser, text.p, text.n, on_value, NULL, c);
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

void
csv_library_escape(struct csv *c)
{
	buf_clear(&c->escaped);
	for (size_t i = 0; i < c->parts; i++) {
		if (i > 0)
			buf_byte(&c->escaped, '\t');
		add_escaped(&c->escaped, csv_own_part(c, i));
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
static enum csv_found
parse(struct csv *c, size_t *bytes, size_t *lines)
{
	bool open = false, ended;

	do {
		struct str line = csv_cut_text(c, *bytes);
		bool before = open;

		*bytes += line.n;
		if (*bytes > FOREIGN_MAX)
			return CSV_FOUND_LONG;
		ended = str_ends(line, STR("\n"));
		*lines += ended;
		if (!c->format->no_quotes)
			open ^= odd_quotes(line);
		if (ended && !open)
			line.n -= str_ends(line, STR("\r\n")) ? 2 : 1;
		if (*lines <= 1 && !open && line.n == 0)
			return ended ? CSV_FOUND_BLANK : CSV_FOUND_END;
		check_text(c, line, before);
		if (!feed(c, line))
			return CSV_FOUND_FAULTY;
	} while (ended && open);
	if (csv_fini(c->parser, on_value, NULL, c) != 0)
		library_fault(c, STR(""), 0);
	return c->why.n > 0 ? CSV_FOUND_FAULTY : CSV_FOUND_RECORD;
}

void
csv_library_pass(struct csv *c)
{
	bool open = false;

	c->f.source.n = 0;
	foreign_refuse(&c->f, (struct str){ NULL, 0 },
	    "over " FOREIGN_LIMIT " in one record; is a quote not "
	    "closed?");
	while (csv_own_left(c) > 0 || csv_cut_more(c)) {
		struct str line = { csv_own_text(c), csv_own_left(c) };
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
	csv_cut_drop(c);
}

enum csv_found
csv_library_next(struct csv *c)
{
	size_t bytes = 0, lines = 0;
	enum csv_found found;

	c->parts = 0;
	c->wrong = CSV_NO_FIELD;
	buf_clear(&c->values);
	buf_clear(&c->why);
	c->whole = false;
	c->library = true;
	found = parse(c, &bytes, &lines);
	if (found == CSV_FOUND_FAULTY || found == CSV_FOUND_LONG) {
		csv_free(c->parser);
		csv_library_open(c);
	}
	c->f.source = (struct str){ csv_own_text(c), bytes };
	c->f.line = c->f.text.line + c->line;
	if (found != CSV_FOUND_LONG)
		csv_cut_move(c, bytes, lines);
	return found;
}

void
csv_library_delimiter(struct csv *c)
{
	csv_set_delim(c->parser, (unsigned char)c->delimiter);
}

void
csv_library_close(struct csv *c)
{
	csv_free(c->parser);
	free(c->parser);
}
