#include <string.h>

#include "io/json_find.h"
#include "io/json_scan.h"

static const struct str none = { "", 0 };

static void
take_text(struct json_find *find, size_t n, size_t lines)
{
	struct encoding *text = &find->f->text;

	find->f->source = (struct str){ text->p, n };
	find->f->line = text->line;
	encoding_take(text, n, lines);
}

/* A line over the limit. */
static void
pass_over_line(struct json_find *find)
{
	struct encoding *text = &find->f->text;
	const char *end;

	if (find->f->name == NULL)
		die("%s:%zu: over " FOREIGN_LIMIT " in the first line",
		    text->source.name, text->line);
	take_text(find, 0, 0);
	foreign_refuse(find->f, none, "over " FOREIGN_LIMIT " in one line");
	do {
		size_t n = text->n;

		end = memchr(text->p, '\n', n);
		if (end != NULL)
			n = (size_t)(end + 1 - text->p);
		foreign_keep(find->f, (struct str){ text->p, n });
		encoding_take(text, n, end != NULL);
	} while (end == NULL && encoding_more(text));
}

bool
json_find_line(struct json_find *find)
{
	struct encoding *text = &find->f->text;

	while (json_doc_text(text)) {
		const char *end;

		while ((end = memchr(text->p, '\n', text->n)) == NULL &&
		    text->n <= FOREIGN_MAX && encoding_more(text))
			continue;
		size_t n = end == NULL ? text->n :
		    (size_t)(end + 1 - text->p);

		if (n <= FOREIGN_MAX) {
			take_text(find, n, end != NULL);
			return true;
		}
		pass_over_line(find);
		find->f->refused_now = false;
	}
	return false;
}

_Noreturn static void
bad_array(const struct json_find *find, const char *what)
{
	die("%s:%zu: not JSON: in the array, %s is wanted",
	    find->f->text.source.name, find->f->text.line, what);
}

/* How far the brackets of an object have paired. */
struct pairing {
	bool string, escape;
	size_t depth, lines;
};

/*
 * Go on over n bytes, at most to the end of the object, and say how many
 * these are.  If it is to be flat, so that it is kept on a line, line ends
 * between its values become blanks.
 */
static size_t
pair(struct pairing *at, char *p, size_t n, bool flat)
{
	size_t i = 0;

	do {
		char c = p[i];

		at->lines += c == '\n';
		if (at->string) {
			at->string = at->escape || c != '"';
			at->escape = !at->escape && c == '\\';
		} else if (c == '"') {
			at->string = true;
		} else if (c == '{' || c == '[') {
			at->depth++;
		} else if (c == '}' || c == ']') {
			at->depth--;
		} else if (flat && (c == '\n' || c == '\r')) {
			p[i] = ' ';
		}
	} while (++i < n && at->depth > 0);
	return i;
}

static void
need_more(struct json_find *find)
{
	if (!encoding_more(&find->f->text))
		bad_array(find, "the end of an object");
}

/* An object over the limit, of which nothing is taken. */
static void
pass_over_object(struct json_find *find)
{
	struct encoding *text = &find->f->text;
	struct pairing at = { 0 };

	if (find->f->name == NULL)
		die("%s:%zu: over " FOREIGN_LIMIT " in the first object",
		    text->source.name, text->line);
	take_text(find, 0, 0);
	foreign_refuse(find->f, none, "over " FOREIGN_LIMIT " in one object");
	do {
		if (text->n == 0)
			need_more(find);
		at.lines = 0;
		size_t n = pair(&at, text->p, text->n, true);

		foreign_keep(find->f, (struct str){ text->p, n });
		encoding_take(text, n, at.lines);
	} while (at.depth > 0);
	foreign_keep(find->f, STR("\n"));
	find->f->refused_now = false;
}

/*
 * Take the object at the front of the text; false if it was too long.  It is
 * made flat only when it is whole: until then its lines may be counted.
 */
static bool
take_object(struct json_find *find)
{
	struct encoding *text = &find->f->text;
	struct pairing at = { 0 };
	size_t n = 0;

	do {
		if (n == text->n)
			need_more(find);
		n += pair(&at, text->p + n, text->n - n, false);
	} while (at.depth > 0 && n <= FOREIGN_MAX);
	if (n > FOREIGN_MAX) {
		pass_over_object(find);
		return false;
	}
	if (at.lines > 0)
		pair(&(struct pairing){ 0 }, text->p, n, true);
	take_text(find, n, at.lines);
	return true;
}

static void
leave_array(struct json_find *find)
{
	struct encoding *text = &find->f->text;

	if (find->doc.ways > 0)
		json_doc_leave(&find->doc, text);
	else if (json_doc_text(text))
		die("%s:%zu: not JSON: text behind the array",
		    text->source.name, text->line);
}

/* Move to the next object of an array; false after the array. */
static bool
find_object(struct json_find *find)
{
	struct encoding *text = &find->f->text;

	if (!json_doc_text(text))
		bad_array(find, "]");
	if (text->p[0] == ']') {
		encoding_take(text, 1, 0);
		leave_array(find);
		return false;
	}
	if (find->begun) {
		if (text->p[0] != ',')
			bad_array(find, "a comma or ]");
		encoding_take(text, 1, 0);
	}
	if (!json_doc_text(text) || text->p[0] != '{')
		bad_array(find, "an object");
	find->begun = true;
	return true;
}

/* Take the next object of an array; false after the array. */
static bool
find_item(struct json_find *find)
{
	while (find_object(find))
		if (take_object(find))
			return true;
	return false;
}


bool
json_find_next(struct json_find *find)
{
	return find->array ? find_item(find) : json_find_line(find);
}

/* The first byte behind the bracket at the front, blanks left out, or NUL. */
static char
behind_bracket(struct encoding *text)
{
	size_t n = 1;

	while (n < text->n || encoding_more(text))
		if (!json_scan_is_space(text->p[n++]))
			return text->p[n - 1];
	return '\0';
}

bool
json_find_names(struct json_find *find)
{
	struct encoding *text = &find->f->text;
	bool array = json_doc_text(text) && text->p[0] == '[';

	find->array = find->begun = false;
	if (array && behind_bracket(text) == '"')
		return true;
	if (find->doc.ways > 0)
		json_doc_enter(&find->doc, text);
	else if (array)
		encoding_take(text, 1, 0);
	find->array = array || find->doc.ways > 0;
	return false;
}
