#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/utf8.h"
#include "io/json.h"

#define DEPTH_MAX 64

struct json {
	struct foreign f;	/* first: the one is cast to the other */
	const struct json_format *format;
	bool array;		/* the file is one array, */
	bool begun;		/* of which an object was read */
	struct map keys;	/* of the fields */
	size_t *seen;		/* in which object a key was last */
	size_t objects;
	bool collecting;	/* keys become fields; the first fault waits */
	struct buf why;		/* here, behind the key that it is about */
	bool again;		/* the object in hand is to be read again */

	/* The object in hand: what is left to read, and its texts. */
	struct str rest;
	struct buf text;
	size_t next;		/* the field that probably comes next */
	bool good;
};

static const struct str nothing = { "", 0 };

/* How far a string goes without anything that is special in it. */
static size_t
plain(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] != '"' && s.p[i] != '\\' &&
	    (unsigned char)s.p[i] >= ' ')
		i++;
	return i;
}

void
json_append(struct buf *out, struct str text)
{
	buf_byte(out, '"');
	for (;;) {
		size_t n = plain(text);

		buf_add(out, (struct str){ text.p, n });
		text.p += n;
		text.n -= n;
		if (text.n == 0)
			break;
		switch (text.p[0]) {
		case '\n': buf_add(out, STR("\\n")); break;
		case '\r': buf_add(out, STR("\\r")); break;
		case '\t': buf_add(out, STR("\\t")); break;
		case '"': buf_add(out, STR("\\\"")); break;
		case '\\': buf_add(out, STR("\\\\")); break;
		default:
			buf_printf(out, "\\u%04x", (unsigned)text.p[0]);
			break;
		}
		text.p++;
		text.n--;
	}
	buf_byte(out, '"');
}

void
json_names(struct buf *out, const struct str *name, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_byte(out, i == 0 ? '[' : ',');
		json_append(out, name[i]);
	}
	buf_add(out, STR("]\n"));
}

static struct json *
json_of(struct foreign *f)
{
	return (struct json *)(void *)f;
}

/* Whether the text goes on with the byte; if so, it is taken. */
static bool
take(struct json *j, char c)
{
	if (j->rest.n == 0 || j->rest.p[0] != c)
		return false;
	j->rest.p++;
	j->rest.n--;
	return true;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_space(struct json *j)
{
	while (j->rest.n > 0 && is_space(j->rest.p[0])) {
		j->rest.p++;
		j->rest.n--;
	}
}

/* Refuse the object, and read it on for other faults. */
static void PRINTF(3, 4)
fault(struct json *j, struct str key, const char *fmt, ...)
{
	char text[200];
	va_list args;

	j->good = false;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (!j->collecting)
		foreign_refuse(&j->f, key, "%s", text);
	else if (j->why.n == 0)
		buf_printf(&j->why, "%.*s%s%s", STR_ARG(foreign_shown(key)),
		    key.n > 0 ? ": " : "", text);
}

/* Refuse the object for what stands where the reading has come to. */
static bool
wanted(struct json *j, const char *what)
{
	if (j->rest.n == 0)
		fault(j, nothing, "not JSON: it ends where %s is wanted", what);
	else
		fault(j, nothing, "not JSON: %s is wanted: '%.*s'", what,
		    STR_ARG(foreign_shown(j->rest)));
	return false;
}

/* Four hexadecimal digits, if they stand there. */
static bool
take_hex(struct json *j, uint32_t *code)
{
	*code = 0;
	if (j->rest.n < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		char c = j->rest.p[i];
		uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0') :
		    c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) :
		    c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10) : 16;

		if (digit == 16)
			return false;
		*code = *code << 4 | digit;
	}
	j->rest.p += 4;
	j->rest.n -= 4;
	return true;
}

/* The character of a \u, whose u is taken; two of them for a pair. */
static bool
take_unicode(struct json *j, struct str key)
{
	uint32_t code, low;

	if (!take_hex(j, &code))
		return wanted(j, "a number of four hexadecimal digits");
	if (code == 0)
		fault(j, key, "\\u0000 is no text");
	if (code >= 0xd800 && code < 0xe000) {
		low = 0;
		if (code < 0xdc00 && take(j, '\\')) {
			if (!take(j, 'u') || !take_hex(j, &low))
				return wanted(j, "the second half of a "
				    "surrogate pair");
		}
		if (low < 0xdc00 || low > 0xdfff) {
			fault(j, key, "\\u%04x is half a surrogate pair",
			    code);
			return true;
		}
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
	}
	j->text.n += utf8_put(j->text.p + j->text.n, code);
	return true;
}

static bool
take_escape(struct json *j, struct str key)
{
	static const char letters[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
	const char *letter;

	if (take(j, 'u'))
		return take_unicode(j, key);
	letter = j->rest.n == 0 || j->rest.p[0] == '\0' ? NULL :
	    strchr(letters, j->rest.p[0]);
	if (letter == NULL)
		return wanted(j, "an escape");
	j->text.p[j->text.n++] = bytes[letter - letters];
	take(j, *letter);
	return true;
}

/*
 * A string whose first quote is taken.  There is room for it in text, which
 * therefore does not move.
 */
static bool
take_string(struct json *j, struct str key, struct str *out)
{
	char *start = j->text.p + j->text.n;

	for (;;) {
		size_t n = plain(j->rest);

		memcpy(j->text.p + j->text.n, j->rest.p, n);
		j->text.n += n;
		j->rest.p += n;
		j->rest.n -= n;
		if (take(j, '"'))
			break;
		if (j->rest.n == 0)
			return wanted(j, "the quote that ends a string");
		if (j->rest.p[0] != '\\') {
			fault(j, key, "the byte 0x%02x in a string must be "
			    "escaped", (unsigned)(unsigned char)j->rest.p[0]);
			take(j, j->rest.p[0]);
		} else if (take(j, '\\') && !take_escape(j, key)) {
			return false;
		}
	}
	*out = (struct str){ start, (size_t)(j->text.p + j->text.n - start) };
	return true;
}

static bool
is_digits(struct str *rest)
{
	size_t i = 0;

	while (i < rest->n && rest->p[i] >= '0' && rest->p[i] <= '9')
		i++;
	rest->p += i;
	rest->n -= i;
	return i > 0;
}

static bool
is_number(struct str s)
{
	if (s.n > 0 && s.p[0] == '-') {
		s.p++;
		s.n--;
	}
	if (s.n > 1 && s.p[0] == '0' && s.p[1] >= '0' && s.p[1] <= '9')
		return false;
	if (!is_digits(&s))
		return false;
	if (s.n > 0 && s.p[0] == '.') {
		s.p++;
		s.n--;
		if (!is_digits(&s))
			return false;
	}
	if (s.n > 0 && (s.p[0] == 'e' || s.p[0] == 'E')) {
		s.p++;
		s.n--;
		if (s.n > 0 && (s.p[0] == '+' || s.p[0] == '-')) {
			s.p++;
			s.n--;
		}
		if (!is_digits(&s))
			return false;
	}
	return s.n == 0;
}

/* A number, true, false or null: what stands up to a sign or a blank. */
static bool
take_word(struct json *j, struct str key, struct str *out)
{
	struct str word = j->rest;

	word.n = 0;
	while (word.n < j->rest.n && !is_space(word.p[word.n]) &&
	    memchr(",:{}[]\"", word.p[word.n], 7) == NULL)
		word.n++;
	j->rest.p += word.n;
	j->rest.n -= word.n;
	*out = word;
	if (str_eq(word, STR("null"))) {
		*out = nothing;
	} else if (!str_eq(word, STR("true")) && !str_eq(word, STR("false")) &&
	    !is_number(word)) {
		if (word.n == 0)
			return wanted(j, "a value");
		fault(j, key, "not a JSON value: '%.*s'",
		    STR_ARG(foreign_shown(word)));
	}
	return true;
}

/* Move over a string whose first quote is taken, whatever is in it. */
static struct str
skip_string(struct json *j)
{
	struct str text = j->rest;

	while (j->rest.n > 0 && j->rest.p[0] != '"')
		if (take(j, '\\'))
			take(j, j->rest.n > 0 ? j->rest.p[0] : '\0');
		else
			take(j, j->rest.p[0]);
	text.n -= j->rest.n;
	take(j, '"');
	return text;
}

/* The way to the first plain value in the object or array that comes. */
static void
find_path(struct json *j, struct buf *path)
{
	struct str start = j->rest;

	for (size_t depth = 0; depth < DEPTH_MAX; depth++) {
		if (take(j, '[')) {
			buf_add(path, STR("[0]"));
		} else if (take(j, '{')) {
			skip_space(j);
			if (!take(j, '"'))
				break;
			buf_byte(path, '.');
			buf_add(path, skip_string(j));
			skip_space(j);
			take(j, ':');
		} else {
			break;
		}
		skip_space(j);
	}
	j->rest = start;
}

/* Move over an object or array, as far as its brackets pair. */
static bool
skip_nested(struct json *j)
{
	char closing[DEPTH_MAX];
	size_t depth = 0;

	do {
		char c = j->rest.n > 0 ? j->rest.p[0] : '\0';

		if (c == '{' || c == '[') {
			if (depth == DEPTH_MAX) {
				fault(j, nothing, "objects or arrays in each "
				    "other deeper than %d", DEPTH_MAX);
				return false;
			}
			closing[depth++] = c == '{' ? '}' : ']';
		} else if (c == '}' || c == ']') {
			if (closing[--depth] != c)
				return wanted(j, "the other bracket");
		}
		if (!take(j, c))
			return wanted(j, "a closing bracket");
		if (c == '"')
			skip_string(j);
	} while (depth > 0);
	return true;
}

static bool
take_nested(struct json *j, struct str key)
{
	struct buf path = { 0 };
	bool object = j->rest.p[0] == '{';

	buf_add(&path, key);
	find_path(j, &path);
	fault(j, foreign_shown(buf_str(&path)), "%s as a value; records are "
	    "flat", object ? "an object" : "an array");
	buf_free(&path);
	return skip_nested(j);
}

static bool
take_value(struct json *j, struct str key, struct str *out)
{
	if (take(j, '"'))
		return take_string(j, key, out);
	if (j->rest.n > 0 && (j->rest.p[0] == '{' || j->rest.p[0] == '['))
		return take_nested(j, key);
	return take_word(j, key, out);
}

/* Where the value of a key belongs, or NULL. */
static struct str *
place(struct json *j, struct str key)
{
	struct foreign *f = &j->f;
	size_t i = j->next < f->count && str_eq(f->name[j->next], key) ?
	    j->next : map_find(&j->keys, key);

	if (i == MAP_NONE) {
		if (!j->format->pass_over)
			fault(j, key, "a key that is none of the fields");
		return NULL;
	}
	if (j->seen[i] == j->objects)
		fault(j, key, "the key is there twice");
	j->seen[i] = j->objects;
	j->next = i + 1;
	return &f->value[i];
}

static bool
take_member(struct json *j)
{
	struct str key, value = nothing, *to = &value;

	if (!take(j, '"'))
		return wanted(j, "a key in quotes");
	if (!take_string(j, nothing, &key))
		return false;
	skip_space(j);
	if (!take(j, ':'))
		return wanted(j, "a colon");
	skip_space(j);
	if (j->collecting)
		map_add(&j->keys, key);
	else
		to = place(j, key);
	return take_value(j, key, to == NULL ? &value : to);
}

/* Read the object in f.source.  False if it is not JSON to its end. */
static bool
read_object(struct json *j)
{
	j->rest = j->f.source;
	j->good = true;
	j->next = 0;
	j->objects++;
	buf_clear(&j->text);
	buf_reserve(&j->text, j->rest.n);
	for (size_t i = 0; !j->collecting && i < j->f.count; i++)
		j->f.value[i] = nothing;
	skip_space(j);
	if (!take(j, '{'))
		return wanted(j, "an object on a line");
	skip_space(j);
	if (!take(j, '}'))
		for (;;) {
			if (!take_member(j))
				return false;
			skip_space(j);
			if (take(j, '}'))
				break;
			if (!take(j, ','))
				return wanted(j, "a comma or }");
			skip_space(j);
		}
	skip_space(j);
	return j->rest.n == 0 || wanted(j, "the end of the line");
}

/*
 * What follows finds the objects.
 */

/* Move on to what is no blank; false if the file ends before. */
static bool
find_text(struct json *j)
{
	struct encoding *text = &j->f.text;

	for (;;) {
		size_t n = 0, lines = 0;

		for (; n < text->n && is_space(text->p[n]); n++)
			lines += text->p[n] == '\n';
		encoding_take(text, n, lines);
		if (text->n > 0)
			return true;
		if (!encoding_more(text))
			return false;
	}
}

static void
take_text(struct json *j, size_t n, size_t lines)
{
	struct encoding *text = &j->f.text;

	j->f.source = (struct str){ text->p, n };
	j->f.line = text->line;
	encoding_take(text, n, lines);
}

/* A line over the limit. */
static void
pass_over_line(struct json *j)
{
	struct encoding *text = &j->f.text;
	const char *end;

	if (j->f.name == NULL)
		die("%s:%zu: over " FOREIGN_LIMIT " in the first line",
		    text->source.name, text->line);
	take_text(j, 0, 0);
	foreign_refuse(&j->f, nothing, "over " FOREIGN_LIMIT " in one line");
	do {
		size_t n = text->n;

		end = memchr(text->p, '\n', n);
		if (end != NULL)
			n = (size_t)(end + 1 - text->p);
		foreign_keep(&j->f, (struct str){ text->p, n });
		encoding_take(text, n, end != NULL);
	} while (end == NULL && encoding_more(text));
}

/* The next line that is not empty. */
static bool
find_line(struct json *j)
{
	struct encoding *text = &j->f.text;

	while (find_text(j)) {
		const char *end;

		while ((end = memchr(text->p, '\n', text->n)) == NULL &&
		    text->n <= FOREIGN_MAX && encoding_more(text))
			continue;
		size_t n = end == NULL ? text->n :
		    (size_t)(end + 1 - text->p);

		if (n <= FOREIGN_MAX) {
			take_text(j, n, end != NULL);
			return true;
		}
		pass_over_line(j);
		j->f.refused_now = false;
	}
	return false;
}

_Noreturn static void
bad_array(const struct json *j, const char *what)
{
	die("%s:%zu: not JSON: in the array, %s is wanted",
	    j->f.text.source.name, j->f.text.line, what);
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
need_more(struct json *j)
{
	if (!encoding_more(&j->f.text))
		bad_array(j, "the end of an object");
}

/* An object over the limit, of which nothing is taken. */
static void
pass_over_object(struct json *j)
{
	struct encoding *text = &j->f.text;
	struct pairing at = { 0 };

	if (j->f.name == NULL)
		die("%s:%zu: over " FOREIGN_LIMIT " in the first object",
		    text->source.name, text->line);
	take_text(j, 0, 0);
	foreign_refuse(&j->f, nothing, "over " FOREIGN_LIMIT " in one object");
	do {
		if (text->n == 0)
			need_more(j);
		at.lines = 0;
		size_t n = pair(&at, text->p, text->n, true);

		foreign_keep(&j->f, (struct str){ text->p, n });
		encoding_take(text, n, at.lines);
	} while (at.depth > 0);
	foreign_keep(&j->f, STR("\n"));
	j->f.refused_now = false;
}

/*
 * Take the object at the front of the text; false if it was too long.  It is
 * made flat only when it is whole: until then its lines may be counted.
 */
static bool
take_object(struct json *j)
{
	struct encoding *text = &j->f.text;
	struct pairing at = { 0 };
	size_t n = 0;

	do {
		if (n == text->n)
			need_more(j);
		n += pair(&at, text->p + n, text->n - n, false);
	} while (at.depth > 0 && n <= FOREIGN_MAX);
	if (n > FOREIGN_MAX) {
		pass_over_object(j);
		return false;
	}
	if (at.lines > 0)
		pair(&(struct pairing){ 0 }, text->p, n, true);
	take_text(j, n, at.lines);
	return true;
}

/* Move to the next object of an array; false after the array. */
static bool
find_object(struct json *j)
{
	struct encoding *text = &j->f.text;

	if (!find_text(j))
		bad_array(j, "]");
	if (text->p[0] == ']') {
		encoding_take(text, 1, 0);
		if (find_text(j))
			die("%s:%zu: not JSON: text behind the array",
			    text->source.name, text->line);
		return false;
	}
	if (j->begun) {
		if (text->p[0] != ',')
			bad_array(j, "a comma or ]");
		encoding_take(text, 1, 0);
	}
	if (!find_text(j) || text->p[0] != '{')
		bad_array(j, "an object");
	j->begun = true;
	return true;
}

/* Take the next object of an array; false after the array. */
static bool
find_item(struct json *j)
{
	while (find_object(j))
		if (take_object(j))
			return true;
	return false;
}

static bool
find(struct json *j)
{
	if (j->again) {
		j->again = false;
		return true;
	}
	return j->array ? find_item(j) : find_line(j);
}

/*
 * The keys are the fields.  Unless they are given, they come before what is
 * refused, whose first object may have other keys.
 */
static void
take_keys(struct json *j)
{
	struct foreign *f = &j->f;

	f->count = j->keys.count;
	f->name = arena_array(&f->run, f->count + 1, sizeof(*f->name));
	f->value = arena_array(&f->run, f->count + 1, sizeof(*f->value));
	j->seen = arena_array(&f->run, f->count + 1, sizeof(*j->seen));
	for (size_t i = 0; i < f->count; i++)
		f->name[i] = map_key(&j->keys, i);
	if (j->format->names == NULL)
		json_names(&f->preamble, f->name, f->count);
}

/* A name of a field: a new one in the first file, the same in the others. */
static void
take_name(struct json *j, struct str name, size_t number)
{
	const struct foreign *f = &j->f;
	const char *file = f->text.source.name;

	if (f->name == NULL && map_add(&j->keys, name) != number)
		die("%s:%zu: the name '%.*s' is there twice", file, f->line,
		    STR_ARG(foreign_shown(name)));
	if (f->name != NULL && j->format->names == NULL &&
	    map_find(&j->keys, name) != number)
		die("%s:%zu: the names are not those of the first file", file,
		    f->line);
}

/* An array of names, on a line, before all objects. */
static void
read_names(struct json *j)
{
	struct foreign *f = &j->f;
	const char *file = f->text.source.name;
	size_t count = 0;
	struct str name;
	bool more = true;

	if (!find_line(j))
		die("%s:1: over " FOREIGN_LIMIT " in the names of the fields", file);
	j->rest = f->source;
	buf_clear(&j->text);
	buf_reserve(&j->text, j->rest.n);
	j->collecting = j->good = true;
	for (take(j, '['); more; more = take(j, ',')) {
		skip_space(j);
		if (!take(j, '"') || !take_string(j, nothing, &name))
			break;
		skip_space(j);
		take_name(j, name, count++);
	}
	more |= !take(j, ']');
	skip_space(j);
	if (more || !j->good || j->rest.n > 0)
		die("%s:%zu: not a line of names in JSON", file, f->line);
	j->collecting = false;
	if (f->name != NULL && j->format->names == NULL && count != f->count)
		die("%s:%zu: %zu name%s, but %zu in the first file", file,
		    f->line, count, count == 1 ? "" : "s", f->count);
	if (f->name == NULL)
		take_keys(j);
}

/* The first byte behind the bracket at the front, blanks left out, or NUL. */
static char
behind_bracket(struct json *j)
{
	struct encoding *text = &j->f.text;
	size_t n = 1;

	while (n < text->n || encoding_more(text))
		if (!is_space(text->p[n++]))
			return text->p[n - 1];
	return '\0';
}

/* Open the next file, up to its first object.  False after the last. */
static bool
open_next(struct json *j)
{
	struct encoding *text = &j->f.text;

	if (!encoding_next(text))
		return false;
	j->array = j->begun = false;
	if (!find_text(j) || text->p[0] != '[')
		return true;
	if (behind_bracket(j) == '"') {
		read_names(j);
	} else {
		j->array = true;
		encoding_take(text, 1, 0);
	}
	return true;
}

/* The keys of the first object, which is then read again. */
static void
first_object(struct json *j)
{
	struct foreign *f = &j->f;

	while (f->name == NULL && !find(j))
		if (!open_next(j))
			die("%s: no object to name the fields; give them with "
			    "-N", f->text.source.name);
	if (f->name != NULL)
		return;
	j->collecting = true;
	if (!read_object(j))
		die("%s:%zu: in the first object, which names the fields: "
		    "%.*s; mend it or give the names with -N",
		    f->text.source.name, f->line, STR_ARG(buf_str(&j->why)));
	if (j->keys.count == 0)
		die("%s:%zu: the first object, which names the fields, has no "
		    "keys; give the names with -N", f->text.source.name,
		    f->line);
	j->collecting = false;
	j->again = true;
	take_keys(j);
}

struct foreign *
json_open(char **files, const struct json_format *format)
{
	struct json *j = calloc(1, sizeof(*j));

	if (j == NULL)
		die("out of memory");
	j->format = format;
	encoding_open(&j->f.text, files, format->encoding);
	for (size_t i = 0; format->names != NULL && i < format->count; i++)
		map_add(&j->keys, format->names[i]);
	if (format->names != NULL)
		take_keys(j);
	open_next(j);
	first_object(j);
	return &j->f;
}

bool
json_next(struct foreign *f)
{
	struct json *j = json_of(f);

	for (;;) {
		f->refused_now = false;
		if (find(j)) {
			if (read_object(j) && j->good)
				return true;
		} else if (!open_next(j)) {
			return false;
		}
	}
}

int
json_close(struct foreign *f)
{
	struct json *j = json_of(f);
	int status = foreign_close(f);

	map_free(&j->keys);
	buf_free(&j->text);
	buf_free(&j->why);
	free(j);
	return status;
}
