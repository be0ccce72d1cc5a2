#include <string.h>

#include "base/die.h"
#include "io/foreign.h"
#include "io/json_doc.h"
#include "io/json_scan.h"

bool
json_doc_text(struct encoding *text)
{
	for (;;) {
		size_t n = 0, lines = 0;

		for (; n < text->n && json_scan_is_space(text->p[n]); n++)
			lines += text->p[n] == '\n';
		encoding_take(text, n, lines);
		if (text->n > 0)
			return true;
		if (!encoding_more(text))
			return false;
	}
}

_Noreturn static void
bad(const struct encoding *text, const char *what)
{
	die("%s:%zu: not JSON: in the document, %s is wanted",
	    text->source.name, text->line, what);
}

/* Take the next byte, which may be a blank. */
static char
byte(struct encoding *text, const char *what)
{
	char c;

	if (text->n == 0 && !encoding_more(text))
		bad(text, what);
	c = text->p[0];
	encoding_take(text, 1, c == '\n');
	return c;
}

/* The next byte that is no blank, which is not taken. */
static char
front(struct encoding *text, const char *what)
{
	if (!json_doc_text(text))
		bad(text, what);
	return text->p[0];
}

static void
need(struct encoding *text, char c, const char *what)
{
	if (front(text, what) != c)
		bad(text, what);
	encoding_take(text, 1, 0);
}

static void
skip_string(struct encoding *text)
{
	static const char end[] = "the quote that ends a string";
	char c;

	while ((c = byte(text, end)) != '"')
		if (c == '\\')
			byte(text, end);
}

/* Objects and arrays in each other, up to the last bracket. */
static void
skip_nested(struct encoding *text)
{
	char closing[JSON_SCAN_DEPTH];
	size_t depth = 0;

	do {
		char c = byte(text, "a closing bracket");

		if (c == '"')
			skip_string(text);
		if ((c == '}' || c == ']') && closing[--depth] != c)
			bad(text, "the other bracket");
		if (c != '{' && c != '[')
			continue;
		if (depth == JSON_SCAN_DEPTH)
			die("%s:%zu: objects or arrays in each other deeper "
			    "than %d", text->source.name, text->line,
			    JSON_SCAN_DEPTH);
		closing[depth++] = c == '{' ? '}' : ']';
	} while (depth > 0);
}

static void
skip_word(struct encoding *text)
{
	struct json_scan s = { 0 };
	struct str word;
	size_t n = 0;

	while ((n < text->n || (n <= FOREIGN_MAX && encoding_more(text))) &&
	    !json_scan_is_space(text->p[n]) &&
	    memchr(",:{}[]\"", text->p[n], 7) == NULL)
		n++;
	s.rest = (struct str){ text->p, n };
	if (!json_scan_word(&s, &word) || s.fault[0] != '\0')
		bad(text, "a value");
	encoding_take(text, n, 0);
}

static void
skip_value(struct encoding *text)
{
	char c = front(text, "a value");

	if (c == '"') {
		encoding_take(text, 1, 0);
		skip_string(text);
	} else if (c == '{' || c == '[') {
		skip_nested(text);
	} else {
		skip_word(text);
	}
}

/* Take a key and its colon; whether it is the one that is looked for. */
static bool
take_key(struct encoding *text, struct str want)
{
	struct json_scan s = { 0 };
	struct str key;
	size_t n = 0;
	bool same;

	need(text, '"', "a key in quotes");
	for (bool escape = false; n <= FOREIGN_MAX; n++) {
		if (n == text->n && !encoding_more(text))
			break;
		if (text->p[n] == '"' && !escape)
			break;
		escape = text->p[n] == '\\' && !escape;
	}
	if (n >= text->n || text->p[n] != '"')
		bad(text, "the quote that ends a key");
	json_scan_start(&s, (struct str){ text->p, n + 1 });
	if (!json_scan_string(&s, &key) || s.fault[0] != '\0')
		bad(text, "a key");
	same = str_eq(key, want);
	json_scan_free(&s);
	encoding_take(text, n + 1, 0);
	need(text, ':', "a colon");
	return same;
}

/*
 * Go over members of an object to behind the colon of the key, or, if it is
 * not among them, to behind the object.
 */
static bool
find_key(struct encoding *text, struct str key, bool first)
{
	while (front(text, "a comma or }") != '}') {
		if (!first)
			need(text, ',', "a comma or }");
		if (take_key(text, key))
			return true;
		skip_value(text);
		first = false;
	}
	encoding_take(text, 1, 0);
	return false;
}

void
json_doc_enter(const struct json_doc *doc, struct encoding *text)
{
	for (size_t i = 0; i < doc->ways; i++) {
		struct str key = doc->way[i];

		if (!json_doc_text(text) || text->p[0] != '{')
			die("%s:%zu: an object with the key '%.*s' is wanted",
			    text->source.name, text->line, STR_ARG(key));
		encoding_take(text, 1, 0);
		if (!find_key(text, key, true))
			die("%s:%zu: no key '%.*s' in the object that ends "
			    "here", text->source.name, text->line,
			    STR_ARG(key));
	}
	if (!json_doc_text(text) || text->p[0] != '[')
		die("%s:%zu: %.*s: an array of objects is wanted",
		    text->source.name, text->line,
		    STR_ARG(doc->way[doc->ways - 1]));
	encoding_take(text, 1, 0);
}

void
json_doc_leave(const struct json_doc *doc, struct encoding *text)
{
	for (size_t i = doc->ways; i-- > 0;)
		if (find_key(text, doc->way[i], false))
			die("%s:%zu: %.*s: the key is there twice",
			    text->source.name, text->line,
			    STR_ARG(doc->way[i]));
	if (json_doc_text(text))
		die("%s:%zu: not JSON: text behind the document",
		    text->source.name, text->line);
}
