#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "io/foreign.h"
#include "io/json_scan.h"

void
json_scan_start(struct json_scan *s, struct str text)
{
	s->rest = text;
	buf_clear(&s->text);
	/* No string is longer than what it stands in: text never moves. */
	buf_reserve(&s->text, text.n);
}

void
json_scan_free(struct json_scan *s)
{
	buf_free(&s->text);
}

static bool
wanted(struct json_scan *s, const char *what)
{
	s->wanted = what;
	return false;
}

/* The first thing that is wrong with a value is told. */
static void PRINTF(2, 3)
fault(struct json_scan *s, const char *fmt, ...)
{
	va_list args;

	if (s->fault[0] != '\0')
		return;
	va_start(args, fmt);
	vsnprintf(s->fault, sizeof(s->fault), fmt, args);
	va_end(args);
}

/* Four hexadecimal digits, if they stand there. */
static bool
take_hex(struct json_scan *s, uint32_t *code)
{
	*code = 0;
	if (s->rest.n < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		char c = s->rest.p[i];
		uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0') :
		    c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) :
		    c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10) : 16;

		if (digit == 16)
			return false;
		*code = *code << 4 | digit;
	}
	s->rest.p += 4;
	s->rest.n -= 4;
	return true;
}

/* The character of a \u, whose u is taken; two of them for a pair. */
static bool
take_unicode(struct json_scan *s)
{
	uint32_t code, low;

	if (!take_hex(s, &code))
		return wanted(s, "a number of four hexadecimal digits");
	if (code == 0)
		fault(s, "\\u0000 is no text");
	if (code >= 0xd800 && code < 0xe000) {
		low = 0;
		if (code < 0xdc00 && json_scan_take(s, '\\')) {
			if (!json_scan_take(s, 'u') || !take_hex(s, &low))
				return wanted(s, "the second half of a "
				    "surrogate pair");
		}
		if (low < 0xdc00 || low > 0xdfff) {
			fault(s, "\\u%04x is half a surrogate pair", code);
			return true;
		}
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
	}
	s->text.n += utf8_put(s->text.p + s->text.n, code);
	return true;
}

static bool
take_escape(struct json_scan *s)
{
	static const char letters[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
	const char *letter;

	if (json_scan_take(s, 'u'))
		return take_unicode(s);
	letter = s->rest.n == 0 || s->rest.p[0] == '\0' ? NULL :
	    strchr(letters, s->rest.p[0]);
	if (letter == NULL)
		return wanted(s, "an escape");
	s->text.p[s->text.n++] = bytes[letter - letters];
	json_scan_take(s, *letter);
	return true;
}

/* Copy what stands before a quote, an escape or a control byte. */
static void
take_plain(struct json_scan *s)
{
	size_t n = 0;

	while (n < s->rest.n && s->rest.p[n] != '"' && s->rest.p[n] != '\\' &&
	    (unsigned char)s->rest.p[n] >= ' ')
		n++;
	memcpy(s->text.p + s->text.n, s->rest.p, n);
	s->text.n += n;
	s->rest.p += n;
	s->rest.n -= n;
}

bool
json_scan_string(struct json_scan *s, struct str *out)
{
	size_t start = s->text.n;

	s->fault[0] = '\0';
	for (;;) {
		take_plain(s);
		if (json_scan_take(s, '"'))
			break;
		if (s->rest.n == 0)
			return wanted(s, "the quote that ends a string");
		if (s->rest.p[0] != '\\') {
			fault(s, "the byte 0x%02x in a string must be escaped",
			    (unsigned)(unsigned char)s->rest.p[0]);
			json_scan_take(s, s->rest.p[0]);
		} else if (json_scan_take(s, '\\') && !take_escape(s)) {
			return false;
		}
	}
	*out = (struct str){ s->text.p + start, s->text.n - start };
	return true;
}

static bool
take_digits(struct str *rest)
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
	if (!take_digits(&s))
		return false;
	if (s.n > 0 && s.p[0] == '.') {
		s.p++;
		s.n--;
		if (!take_digits(&s))
			return false;
	}
	if (s.n > 0 && (s.p[0] == 'e' || s.p[0] == 'E')) {
		s.p++;
		s.n--;
		if (s.n > 0 && (s.p[0] == '+' || s.p[0] == '-')) {
			s.p++;
			s.n--;
		}
		if (!take_digits(&s))
			return false;
	}
	return s.n == 0;
}

/* A word reaches up to a sign or a blank. */
bool
json_scan_word(struct json_scan *s, struct str *out)
{
	struct str word = s->rest;

	s->fault[0] = '\0';
	word.n = 0;
	while (word.n < s->rest.n && !json_scan_is_space(word.p[word.n]) &&
	    memchr(",:{}[]\"", word.p[word.n], 7) == NULL)
		word.n++;
	s->rest.p += word.n;
	s->rest.n -= word.n;
	if (word.n == 0)
		return wanted(s, "a value");
	*out = word;
	if (str_eq(word, STR("null")))
		out->n = 0;
	else if (!str_eq(word, STR("true")) && !str_eq(word, STR("false")) &&
	    !is_number(word))
		fault(s, "not a JSON value: '%.*s'",
		    STR_ARG(foreign_shown(word)));
	return true;
}

/* Move over a string whose first quote is taken, whatever is in it. */
static struct str
skip_string(struct json_scan *s)
{
	struct str text = s->rest;

	while (s->rest.n > 0 && s->rest.p[0] != '"')
		if (json_scan_take(s, '\\') && s->rest.n > 0)
			json_scan_take(s, s->rest.p[0]);
		else if (s->rest.n > 0)
			json_scan_take(s, s->rest.p[0]);
	text.n -= s->rest.n;
	json_scan_take(s, '"');
	return text;
}

void
json_scan_way(const struct json_scan *s, struct buf *way)
{
	struct json_scan at = { .rest = s->rest };

	for (size_t depth = 0; depth < JSON_SCAN_DEPTH; depth++) {
		if (json_scan_take(&at, '[')) {
			buf_add(way, STR("[0]"));
		} else if (json_scan_take(&at, '{')) {
			json_scan_space(&at);
			if (!json_scan_take(&at, '"'))
				break;
			buf_byte(way, '.');
			buf_add(way, skip_string(&at));
			json_scan_space(&at);
			json_scan_take(&at, ':');
		} else {
			break;
		}
		json_scan_space(&at);
	}
}
