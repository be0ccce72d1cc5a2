#include <string.h>

#include "base/utf8.h"
#include "civic/field_name.h"

#define SUGGESTED_MAX 32

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
field_name_is(struct str name)
{
	if (name.n == 0 || is_digit(name.p[0]))
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (!is_lower(name.p[i]) && !is_digit(name.p[i]) &&
		    name.p[i] != '_')
			return false;
	return true;
}

/* Append the words of a text, all but ASCII left out. */
static void
add_words(struct buf *out, struct str text)
{
	size_t start = out->n;
	bool gap = false;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i], last = i > 0 ? text.p[i - 1] : ' ';

		if (!is_lower(c) && !is_upper(c) && !is_digit(c)) {
			gap = true;
			continue;
		}
		gap |= is_upper(c) && (is_lower(last) || is_digit(last));
		if (gap && out->n > start)
			buf_byte(out, '_');
		gap = false;
		buf_byte(out, is_upper(c) ? (char)(c - 'A' + 'a') : c);
	}
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] & 0x80) != 0)
			return false;
	return true;
}

bool
field_name_make(struct buf *out, struct str foreign)
{
	size_t start = out->n;

	if (field_name_is(foreign)) {
		buf_add(out, foreign);
		return true;
	}
	if (!is_ascii(foreign))
		return false;
	add_words(out, foreign);
	if (field_name_is((struct str){ out->p + start, out->n - start }))
		return true;
	out->n = start;
	return false;
}

/* A Cyrillic letter in Latin ones, "" for the signs, NULL for another. */
static const char *
latin(uint32_t c)
{
	static const char *const russian[] = {
		"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l",
		"m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch",
		"sh", "shch", "", "y", "", "e", "yu", "ya"
	};

	if (c >= 0x410 && c < 0x450)
		return russian[(c - 0x410) % 32];
	if (c == 0x2116)
		return "no";	/* № */
	/* Above U+0460 a small letter follows its capital. */
	switch (c >= 0x460 ? c | 1 : c) {
	case 0x401: case 0x451: return "e";	/* ё */
	case 0x406: case 0x456: return "i";	/* і */
	case 0x493: return "g";			/* ғ */
	case 0x49b: return "k";			/* қ */
	case 0x4a3: return "n";			/* ң */
	case 0x4af: case 0x4b1: return "u";	/* ү ұ */
	case 0x4bb: return "h";			/* һ */
	case 0x4d9: return "a";			/* ә */
	case 0x4e9: return "o";			/* ө */
	default: return NULL;
	}
}

void
field_name_suggest(struct buf *out, struct str foreign)
{
	size_t start = out->n;
	struct buf spelt = { 0 };

	while (foreign.n > 0) {
		uint32_t c = utf8_next(&foreign);
		const char *letters = latin(c);

		if (letters != NULL)
			buf_add(&spelt, str_of(letters));
		else
			buf_byte(&spelt, c < 0x80 ? (char)c : ' ');
	}
	if (spelt.n == 0 || is_digit(spelt.p[0]))
		buf_add(out, STR("f_"));
	add_words(out, buf_str(&spelt));
	if (out->n - start > SUGGESTED_MAX)
		out->n = start + SUGGESTED_MAX;
	while (out->n > start && out->p[out->n - 1] == '_')
		out->n--;
	if (out->n == start)
		buf_byte(out, 'f');
	buf_free(&spelt);
}
