#include <stdbool.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/unicode.h"
#include "base/utf8.h"

/*
 * Lower case of U+0400..U+045F by rule, of the rest of Cyrillic up to U+04FF
 * by parity: what utf8proc says of them, at a fraction of the cost.  0 stands
 * for: ask utf8proc.
 */
static uint32_t
simple_fold(uint32_t c)
{
	if (c == 0x401 || c == 0x451)
		return 0x435;
	if (c <= 0x40f)
		return c + 80;
	if (c <= 0x42f)
		return c + 32;
	if (c <= 0x45f)
		return c;
	if (c <= 0x481 || (c >= 0x48a && c <= 0x4bf) || c >= 0x4d0)
		return c | 1;
	if (c == 0x4c0)
		return 0x4cf;
	if (c >= 0x4c1 && c <= 0x4ce)
		return c & 1 ? c + 1 : c;
	return c == 0x4cf ? c : 0;
}

/* What the simple table cannot answer: the whole text through utf8proc. */
static void
fold_by_library(struct buf *out, struct str s)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p,
	    (utf8proc_ssize_t)s.n, &folded,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD);

	if (n < 0) {	/* broken UTF-8: as it is */
		buf_add(out, s);
		return;
	}
	for (struct str rest = { (const char *)folded, (size_t)n };
	    rest.n > 0;) {
		uint32_t c = utf8_next(&rest);
		char bytes[4];

		buf_add(out, (struct str){ bytes,
		    utf8_put(bytes, c == 0x451 ? 0x435 : c) });
	}
	free(folded);
}

/* simple_fold of U+0400..U+04FF, in a table. */
static const uint16_t *
cyrillic_fold(void)
{
	static uint16_t folded[256];

	if (folded[0x30] == 0)
		for (uint32_t c = 0; c < 256; c++)
			folded[c] = (uint16_t)simple_fold(0x400 + c);
	return folded;
}

/* Fold ASCII and Cyrillic to as many bytes; false if there is more in it. */
static bool
fold_by_table(char *to, struct str s)
{
	const uint16_t *table = cyrillic_fold();
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;

	while (p < end) {
		uint32_t c = *p++;

		if (c < 0x80) {
			*to++ = (char)(c - 'A' < 26 ? c + 32 : c);
			continue;
		}
		if ((c & 0xfc) != 0xd0 || p == end || (*p & 0xc0) != 0x80)
			return false;
		c = table[(c & 3) << 6 | (*p++ & 0x3f)];
		if (c == 0)
			return false;
		*to++ = (char)(0xd0 | (c >> 6 & 3));
		*to++ = (char)(0x80 | (c & 0x3f));
	}
	return true;
}

void
unicode_fold(struct buf *out, struct str s)
{
	if (fold_by_table(buf_reserve(out, s.n), s))
		out->n += s.n;
	else
		fold_by_library(out, s);
}

enum unicode_part
unicode_part(uint32_t c)
{
	/* Latin and Cyrillic letters, without the table. */
	if ((c | 32) - 'a' < 26 || (c >= 0x400 && c <= 0x481) ||
	    (c >= 0x48a && c <= 0x4ff))
		return UNICODE_WORD;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return UNICODE_WORD;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_CF:
		return UNICODE_MARK;
	default:
		return UNICODE_APART;
	}
}

int
unicode_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7f)
		return 1;
	if (c >= 0x400 && c < 0x530)
		return c < 0x483 || c > 0x489;
	return utf8proc_charwidth((utf8proc_int32_t)c);
}

int
unicode_shown(uint32_t c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd)
		return 0;
	if (c < 0x530)
		return c != 0xad;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return 0;
	default:
		return 1;
	}
}

size_t
unicode_visible(struct buf *out, struct str s)
{
	size_t columns = 0;

	while (s.n > 0) {
		const char *p = s.p;
		uint32_t c = utf8_next(&s);

		if (unicode_shown(c)) {
			buf_add(out, (struct str){ p, (size_t)(s.p - p) });
			columns += (size_t)unicode_width(c);
			continue;
		}
		for (; p < s.p; p++, columns += 4)
			buf_printf(out, "\\x%02x", (unsigned char)*p);
	}
	return columns;
}
