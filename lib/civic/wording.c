#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/utf8.h"
#include "civic/letters.h"
#include "civic/wording.h"

/*
 * Of characters of one or two bytes, and of U+2000..203F behind them, the
 * table has the letter that they fold to, or one of these.
 */
enum { APART = 0, SLOW = 1, TWO_BYTES = 0x800, ROW = 0x40 };

/* SLOW is what folding joins with others, or makes more than a letter of. */
static uint16_t
simple_letter(struct buf *folded, uint32_t c)
{
	char bytes[4];
	struct str rest;

	buf_clear(folded);
	unicode_fold(folded, (struct str){ bytes, utf8_put(bytes, c) });
	rest = buf_str(folded);
	if (rest.n == 0)
		return SLOW;
	c = utf8_next(&rest);
	switch (letters_part(c)) {
	case UNICODE_WORD:
		return rest.n == 0 && c <= UINT16_MAX ? (uint16_t)c : SLOW;
	case UNICODE_APART:
		return rest.n == 0 ? APART : SLOW;
	case UNICODE_MARK:
		break;
	}
	return SLOW;
}

static void
make_table(struct wording_reader *r)
{
	r->table = calloc(TWO_BYTES + ROW, sizeof(*r->table));
	if (r->table == NULL)
		die("out of memory");
	for (uint32_t c = 1; c < TWO_BYTES; c++)
		r->table[c] = simple_letter(&r->folded, c);
	for (uint32_t i = 0; i < ROW; i++)
		r->table[TWO_BYTES + i] = simple_letter(&r->folded,
		    0x2000 + i);
}

/* A blank is written only once a letter follows it. */
static void
add(struct wording *w, uint32_t letter, bool *apart)
{
	if (*apart && w->count > 0)
		w->letter[w->count++] = ' ';
	*apart = false;
	w->letter[w->count++] = letter;
}

/* False at the first character that the table cannot answer. */
static bool
read_by_table(const uint16_t *table, struct wording *w, struct str raw)
{
	const unsigned char *p = (const unsigned char *)raw.p, *end = p + raw.n;
	bool apart = false;

	while (p < end) {
		uint32_t c = *p++, letter;

		if (c == '\\' && p < end) {
			p++;
			apart = true;
			continue;
		}
		if (c >= 0xc0) {
			if (c < 0xe0 && p < end)
				c = (c & 0x1f) << 6 | (*p++ & 0x3f);
			else if (c == 0xe2 && end - p >= 2 && *p == 0x80) {
				c = TWO_BYTES + (p[1] & 0x3f);
				p += 2;
			} else
				return false;
		} else if (c >= 0x80)
			return false;
		letter = table[c];
		if (letter == SLOW)
			return false;
		if (letter == APART)
			apart = true;
		else
			add(w, letter, &apart);
	}
	return true;
}

/* All escapes stand for what is between words. */
static void
take_escapes_out(struct buf *plain, struct str raw)
{
	buf_clear(plain);
	for (size_t i = 0; i < raw.n; i++) {
		bool escape = raw.p[i] == '\\';

		buf_byte(plain, escape ? ' ' : raw.p[i]);
		i += escape;
	}
}

static void
read_by_library(struct wording_reader *r, struct wording *w, struct str raw)
{
	bool apart = false;
	struct str rest;

	take_escapes_out(&r->plain, raw);
	buf_clear(&r->folded);
	unicode_fold(&r->folded, buf_str(&r->plain));
	rest = buf_str(&r->folded);
	w->letter = buf_grow(w->letter, &w->room, 2 * rest.n + 1,
	    sizeof(*w->letter));
	w->count = 0;
	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);
		enum unicode_part part = letters_part(c);

		if (part == UNICODE_WORD)
			add(w, c, &apart);
		else if (part == UNICODE_APART)
			apart = true;
	}
}

void
wording_read(struct wording_reader *r, struct wording *w, struct str raw)
{
	if (r->table == NULL)
		make_table(r);
	w->letter = buf_grow(w->letter, &w->room, raw.n + 1,
	    sizeof(*w->letter));
	w->count = 0;
	if (!read_by_table(r->table, w, raw))
		read_by_library(r, w, raw);
}

bool
wording_same(const struct wording *a, const struct wording *b)
{
	return a->count == b->count && (a->count == 0 || memcmp(a->letter,
	    b->letter, a->count * sizeof(*a->letter)) == 0);
}

void
wording_free(struct wording *w)
{
	free(w->letter);
	*w = (struct wording){ 0 };
}

void
wording_end(struct wording_reader *r)
{
	free(r->table);
	buf_free(&r->plain);
	buf_free(&r->folded);
	*r = (struct wording_reader){ 0 };
}
